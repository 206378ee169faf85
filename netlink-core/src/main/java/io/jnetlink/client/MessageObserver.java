package io.jnetlink.client;

import io.jnetlink.wire.NetlinkBuffer;

/**
 * Sees every message of a client, for tracing.
 *
 * <p>Called on the thread that sends or receives, while the client is locked: return soon, and do not use the client.
 * The bytes are valid during the call only.
 */
public interface MessageObserver {

    /** Sees nothing. */
    MessageObserver NONE = new MessageObserver() {
        @Override
        public void sent(NetlinkBuffer buffer, int offset, int length) {}

        @Override
        public void received(NetlinkBuffer buffer, int offset, int length) {}
    };

    /** A message, header included, goes out. */
    void sent(NetlinkBuffer buffer, int offset, int length);

    /** A message, header included, came in from the kernel. */
    void received(NetlinkBuffer buffer, int offset, int length);
}
