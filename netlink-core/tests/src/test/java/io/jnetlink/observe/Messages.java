package io.jnetlink.observe;

import io.jnetlink.links.Link;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** Messages for observers to look at, one in an array. */
final class Messages {

    static final int NEWLINK = 16;
    static final int GETLINK = 18;

    private Messages() {}

    /** A message with a sequence number of 7. */
    static byte[] message(int type, int flags, long portId, Consumer<MessageWriter> body) {
        return message(type, flags, 7, portId, body);
    }

    static byte[] message(int type, int flags, long sequence, long portId, Consumer<MessageWriter> body) {
        MessageWriter out = MessageWriter.onHeap();
        int mark = out.beginMessage(type, flags, sequence, portId);
        body.accept(out);
        out.endMessage(mark);
        return out.toByteArray();
    }

    /** The link {@code a1} as a message. */
    static byte[] link(int type, int flags) {
        return message(type, flags, 0, Link.builder().index(2).name("a1").build()::writeTo);
    }

    /** An error message that repeats the first bytes of a request, with extended-ack attributes. */
    static byte[] error(int errno, int flags, byte[] request, int echoed, Consumer<MessageWriter> attributes) {
        return message(MessageHeader.ERROR, flags, 4242, out -> {
            out.buffer().putU32(out.appendZeros(Integer.BYTES), -errno);
            out.append(NetlinkBuffer.wrap(request), 0, echoed);
            attributes.accept(out);
        });
    }

    /** The acknowledgement that a kernel gives to a request. */
    static byte[] ackTo(ByteBuffer request) {
        return message(
                MessageHeader.ERROR, MessageFlags.CAPPED, Integer.toUnsignedLong(request.getInt(8)), 4242, out -> {
                    out.appendZeros(Integer.BYTES);
                    byte[] header = new byte[MessageHeader.SIZE];
                    request.get(0, header);
                    out.append(NetlinkBuffer.wrap(header), 0, header.length);
                });
    }

    /** One link and the end, as a kernel answers to a dump. */
    static List<byte[]> dumpFor(ByteBuffer request) {
        long sequence = Integer.toUnsignedLong(request.getInt(8));
        byte[] link = message(
                NEWLINK,
                MessageFlags.MULTI,
                sequence,
                4242,
                Link.builder().index(2).name("a1").build()::writeTo);
        byte[] done =
                message(MessageHeader.DONE, MessageFlags.MULTI, sequence, 4242, out -> out.appendZeros(Integer.BYTES));
        return List.of(link, done);
    }
}
