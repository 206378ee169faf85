package io.jnetlink.socket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Netlink messages laid out by hand: the socket must not need the codec that is built on it. */
final class RawMessages {

    static final short ERROR = 2;
    static final short DONE = 3;
    static final short NEWLINK = 16;
    static final short GETLINK = 18;
    static final short NEWLINKPROP = 108;
    static final int REQUEST = 0x1;
    static final int ACK = 0x4;
    static final int DUMP = 0x300;
    static final int CREATE_EXCLUSIVE = 0x600;
    static final int HEADER_BYTES = 16;
    static final int LINK_HEADER_BYTES = 16;

    private static final int ALTERNATIVE_NAMES = 52;
    private static final int ALTERNATIVE_NAME = 53;
    private static final int NESTED = 0x8000;
    private static final int ALTERNATIVE_NAME_BYTES = 128;

    private RawMessages() {}

    /** A request for links, by index; index 0 with DUMP asks for all of them. */
    static ByteBuffer getLink(int flags, int sequence, int index) {
        return link(GETLINK, flags, sequence, index, HEADER_BYTES + LINK_HEADER_BYTES)
                .flip();
    }

    /** A request that gives a link that many more names, each as long as a name may be. */
    static ByteBuffer addNames(int sequence, int index, int count) {
        int entry = 4 + ALTERNATIVE_NAME_BYTES;
        int nest = 4 + count * entry;
        int length = HEADER_BYTES + LINK_HEADER_BYTES + nest;
        ByteBuffer message = link(NEWLINKPROP, REQUEST | ACK | CREATE_EXCLUSIVE, sequence, index, length);
        message.putShort((short) nest).putShort((short) (ALTERNATIVE_NAMES | NESTED));
        for (int number = 0; number < count; number++) {
            String name = "name-%0122d".formatted(number);
            message.putShort((short) entry).putShort((short) ALTERNATIVE_NAME);
            message.put(name.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        }
        return message.flip();
    }

    private static ByteBuffer link(short type, int flags, int sequence, int index, int length) {
        ByteBuffer message = ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
        message.putInt(length)
                .putShort(type)
                .putShort((short) (flags | REQUEST))
                .putInt(sequence)
                .putInt(0);
        message.putInt(0).putInt(index).putInt(0).putInt(0);
        return message;
    }

    /** Bytes that look like a message of that length to whoever counts them. */
    static byte[] message(int length, int sequence) {
        ByteBuffer message = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        message.putInt(length).putShort(NEWLINK).putShort((short) 0).putInt(sequence);
        for (int at = HEADER_BYTES; at < length; at++) {
            message.put(at, (byte) at);
        }
        return message.array();
    }

    static int length(ByteBuffer message, int at) {
        return message.getInt(at);
    }

    static short type(ByteBuffer message, int at) {
        return message.getShort(at + 4);
    }

    static int sequence(ByteBuffer message, int at) {
        return message.getInt(at + 8);
    }

    static long portId(ByteBuffer message, int at) {
        return Integer.toUnsignedLong(message.getInt(at + 12));
    }

    /** The error number inside an ERROR message; 0 in an acknowledgement. */
    static int errno(ByteBuffer message, int at) {
        return -message.getInt(at + HEADER_BYTES);
    }

    static int next(ByteBuffer message, int at) {
        return at + (length(message, at) + 3 & ~3);
    }
}
