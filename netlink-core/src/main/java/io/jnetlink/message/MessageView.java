package io.jnetlink.message;

import io.jnetlink.wire.NetlinkBuffer;

/**
 * A flyweight over the body of a received message.
 *
 * <p>Not thread-safe. What it reads is valid only as long as the buffer is: in a dump, until the next message.
 */
public interface MessageView {

    /**
     * Moves to another body.
     *
     * @param buffer the received bytes
     * @param offset where the body starts
     * @param length how many bytes it has
     * @throws io.jnetlink.wire.MalformedMessageException if the fixed header does not fit or an attribute's length is
     *     wrong; payloads inside are checked when they are read
     */
    void wrapBody(NetlinkBuffer buffer, int offset, int length);
}
