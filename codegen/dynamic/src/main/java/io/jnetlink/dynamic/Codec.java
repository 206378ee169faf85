package io.jnetlink.dynamic;

import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;

/**
 * Writes values as message bodies and reads them back.
 *
 * <p>Thread-safe. Implementations are generated; see {@link DynamicFamily#codec}.
 *
 * @param <T> the values
 */
public interface Codec<T> {

    /**
     * Appends the fixed header, if there is one, and the attributes.
     *
     * @throws io.jnetlink.wire.InvalidFieldException if a value does not fit its field; what was written before it stays
     */
    void write(MessageWriter out, T value);

    /**
     * Reads a body.
     *
     * @param buffer the bytes; not needed any more afterwards
     * @param offset where the body starts
     * @param length how many bytes it has
     * @throws io.jnetlink.wire.MalformedMessageException if a length is wrong, or if something that the value cannot do
     *     without is missing
     */
    T read(NetlinkBuffer buffer, int offset, int length);
}
