package io.jnetlink.generator.kernel;

import io.jnetlink.client.MessageObserver;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.ArrayList;
import java.util.List;

/** Keeps the bodies of received messages, without verdicts. Used by one thread. */
final class RecordedReplies implements MessageObserver {

    private final int prefix;
    private final List<byte[]> bodies = new ArrayList<>();

    /**
     * @param genericHeader bytes between message header and body
     */
    RecordedReplies(int genericHeader) {
        this.prefix = MessageHeader.SIZE + genericHeader;
    }

    @Override
    public void sent(NetlinkBuffer buffer, int offset, int length) {}

    @Override
    public void received(NetlinkBuffer buffer, int offset, int length) {
        if (MessageHeader.type(buffer, offset) >= MessageHeader.FIRST_PROTOCOL_TYPE) {
            bodies.add(buffer.bytes(offset + prefix, length - prefix));
        }
    }

    /** What came since the last call. */
    List<byte[]> take() {
        List<byte[]> taken = List.copyOf(bodies);
        bodies.clear();
        return taken;
    }
}
