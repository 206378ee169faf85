package io.jnetlink.ovs.golden;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A recorded request. Sequence number and port id are zero.
 *
 * @param family name of the family, or {@code rtnetlink}
 * @param command name of the command
 * @param bytes the whole message
 * @param replies all answers, acknowledgements and ends of dumps included
 * @param complete whether no answer was left out of the record
 */
public record GoldenRequest(String family, String command, byte[] bytes, List<byte[]> replies, boolean complete) {

    private static final int HEADER = 16;
    private static final int GENERIC_HEADER = 4;

    /** Bytes behind all headers but the family's own. */
    public byte[] body() {
        int start = HEADER + (isGeneric() ? GENERIC_HEADER : 0);
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    /** {@code nlmsg_flags}. */
    public int flags() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getShort(6) & 0xffff;
    }

    /** Whether it is of a generic family. */
    public boolean isGeneric() {
        return !family.equals("rtnetlink");
    }

    /** Whether it is this command, such as {@code OVS_VPORT_CMD_NEW}. */
    public boolean is(String name) {
        return command.equals(name);
    }
}
