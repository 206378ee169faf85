package io.jnetlink.client;

import io.jnetlink.wire.NetlinkBuffer;

/** Shows each message to one observer, then to the other. */
record ObserverPair(MessageObserver first, MessageObserver second) implements MessageObserver {

    @Override
    public void sent(NetlinkBuffer buffer, int offset, int length) {
        first.sent(buffer, offset, length);
        second.sent(buffer, offset, length);
    }

    @Override
    public void received(NetlinkBuffer buffer, int offset, int length) {
        first.received(buffer, offset, length);
        second.received(buffer, offset, length);
    }
}
