package io.jnetlink.message;

import io.jnetlink.wire.NetlinkBuffer;

/**
 * Makes a value of received bytes.
 *
 * @param <M> the value
 */
@FunctionalInterface
public interface BodyDecoder<M> {

    /**
     * Copies and checks a whole body.
     *
     * @param buffer the received bytes
     * @param offset where the body starts
     * @param length how many bytes it has
     * @throws io.jnetlink.wire.MalformedMessageException if any length inside is wrong
     */
    M decode(NetlinkBuffer buffer, int offset, int length);
}
