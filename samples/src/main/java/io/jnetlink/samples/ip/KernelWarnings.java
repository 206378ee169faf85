package io.jnetlink.samples.ip;

import io.jnetlink.client.MessageObserver;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.PrintStream;

/** Prints what the kernel has to say about requests that it did not refuse. Not thread-safe. */
class KernelWarnings implements MessageObserver {

    private static final int MESSAGE_TEXT = 1;

    private final PrintStream err;

    KernelWarnings(PrintStream err) {
        this.err = err;
    }

    @Override
    public void sent(NetlinkBuffer buffer, int offset, int length) {}

    @Override
    public void received(NetlinkBuffer buffer, int offset, int length) {
        int body = offset + MessageHeader.SIZE;
        int flags = MessageHeader.flags(buffer, offset);
        boolean wordy = MessageHeader.type(buffer, offset) == MessageHeader.ERROR
                && (flags & MessageFlags.ACK_TLVS) != 0
                && length >= MessageHeader.SIZE + Integer.BYTES + MessageHeader.SIZE;
        if (wordy && buffer.s32(body) == 0) {
            int echo = (flags & MessageFlags.CAPPED) != 0
                    ? MessageHeader.SIZE
                    : (int) MessageHeader.length(buffer, body + Integer.BYTES);
            int start = body + Integer.BYTES + MessageHeader.align(echo);
            printTexts(buffer, start, offset + length - start);
        }
    }

    private void printTexts(NetlinkBuffer buffer, int start, int length) {
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, start, length);
        while (cursor.next()) {
            if (cursor.type() == MESSAGE_TEXT) {
                String text = buffer.text(cursor.payloadOffset(), cursor.payloadLength());
                if (!text.isEmpty()) {
                    err.println(KernelComplaint.sentence("Warning", text));
                }
            }
        }
    }
}
