package io.jnetlink.samples.ovs.golden;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A message as bytes, taken apart as far as answering needs it.
 *
 * <p>Immutable.
 *
 * @param bytes the whole message
 * @param generic whether a command of four bytes stands in front of the family's own header
 */
record RecordedMessage(byte[] bytes, boolean generic) {

    static final int ERROR = 2;
    static final int GET_LINK = 18;

    private static final int HEADER = 16;
    private static final int GENERIC_HEADER = 4;
    private static final int OVS_HEADER = 4;
    private static final int LINK_HEADER = 16;
    private static final int DUMP = 0x300;
    /** Flags that only say which answers are wanted. */
    private static final int ANSWERS = 0x4 | 0x8;

    private ByteBuffer header() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    int type() {
        return header().getShort(4) & 0xffff;
    }

    int flags() {
        return header().getShort(6) & 0xffff;
    }

    int sequence() {
        return header().getInt(8);
    }

    boolean isDump() {
        return reads() && (flags() & DUMP) == DUMP;
    }

    /** The command of a generic message, the type of another. */
    int command() {
        return generic ? bytes[HEADER] & 0xff : type();
    }

    /** Whether it asks only: in all families of Open vSwitch, that is command 3. */
    boolean reads() {
        return generic ? command() == 3 : type() == GET_LINK;
    }

    /** What stands behind the headers of netlink and generic netlink. */
    byte[] body() {
        return Arrays.copyOfRange(bytes, HEADER + (generic ? GENERIC_HEADER : 0), bytes.length);
    }

    /** The index of the datapath, or of the link. */
    int index() {
        return header().getInt(HEADER + 4);
    }

    /** The payload of an attribute. */
    Optional<byte[]> attribute(int number) {
        int at = HEADER + (generic ? GENERIC_HEADER + OVS_HEADER : LINK_HEADER);
        while (at + 4 <= bytes.length) {
            int length = header().getShort(at) & 0xffff;
            if (length < 4) {
                break;
            }
            if ((header().getShort(at + 2) & 0x3fff) == number) {
                return Optional.of(Arrays.copyOfRange(bytes, at + 4, at + length));
            }
            at += length + 3 & ~3;
        }
        return Optional.empty();
    }

    boolean holds(String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }

    /** Command, flags and bytes for comparison, without what only asks for answers. */
    String words() {
        return "command " + command() + " flags " + Integer.toHexString(flags() & ~ANSWERS) + " "
                + HexFormat.of().formatHex(body());
    }
}
