package io.jnetlink.client;

import io.jnetlink.wire.NetlinkBuffer;

/**
 * Sees every message of a client and of its subscriptions, for tracing.
 *
 * <p>Called on the thread that sends or receives, while the client is locked: return soon, throw nothing, and do not use the
 * client. The bytes are valid during the call only. Subscriptions are read by threads of their own, so an observer must be
 * thread-safe where there are some, and where several clients share it.
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

    /** An observer that shows each message to this one, then to another. */
    default MessageObserver andThen(MessageObserver next) {
        return new ObserverPair(this, next);
    }
}
