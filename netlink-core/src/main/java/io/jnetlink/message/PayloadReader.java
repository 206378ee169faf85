package io.jnetlink.message;

import io.jnetlink.wire.NetlinkBuffer;

/**
 * Reads one payload.
 *
 * @param <T> what it is read as
 */
@FunctionalInterface
public interface PayloadReader<T> {

    /**
     * Reads one payload.
     *
     * @param buffer the bytes
     * @param offset where the payload starts
     * @param length how many bytes it has
     */
    T read(NetlinkBuffer buffer, int offset, int length);
}
