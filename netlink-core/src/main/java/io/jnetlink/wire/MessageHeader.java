package io.jnetlink.wire;

/**
 * {@code struct nlmsghdr}: the sixteen bytes in front of every message, all in host order.
 *
 * <pre>
 *  0        4       6       8                12               16
 *  +--------+-------+-------+----------------+----------------+
 *  | length | type  | flags |    sequence    |    port id     |
 *  +--------+-------+-------+----------------+----------------+
 * </pre>
 *
 * {@code length} counts the header and the body, not the padding to the next multiple of four.
 */
public final class MessageHeader {

    /** Bytes of the header. */
    public static final int SIZE = 16;

    /** {@code NLMSG_NOOP}: to be skipped. */
    public static final int NOOP = 1;

    /** {@code NLMSG_ERROR}: an error, or with error 0 an acknowledgement. */
    public static final int ERROR = 2;

    /** {@code NLMSG_DONE}: the last message of a dump. */
    public static final int DONE = 3;

    /** {@code NLMSG_OVERRUN}: data was lost; no kernel in use sends it. */
    public static final int OVERRUN = 4;

    /** Types from here on belong to the protocol ({@code NLMSG_MIN_TYPE}). */
    public static final int FIRST_PROTOCOL_TYPE = 16;

    private static final int TYPE_OFFSET = 4;
    private static final int FLAGS_OFFSET = 6;
    private static final int SEQUENCE_OFFSET = 8;
    private static final int PORT_ID_OFFSET = 12;
    private static final int ALIGNMENT = 4;

    private MessageHeader() {}

    /** {@code length} rounded up to the next multiple of four. */
    public static int align(int length) {
        return (length + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /** Length of header and body, unsigned. */
    public static long length(NetlinkBuffer buffer, int message) {
        return buffer.u32(message);
    }

    /** Message type: a control type below {@link #FIRST_PROTOCOL_TYPE}, an operation or a generic family id above. */
    public static int type(NetlinkBuffer buffer, int message) {
        return buffer.u16(message + TYPE_OFFSET);
    }

    /** {@code NLM_F_…} bits, see {@link MessageFlags}. */
    public static int flags(NetlinkBuffer buffer, int message) {
        return buffer.u16(message + FLAGS_OFFSET);
    }

    /** Sequence number, unsigned: the kernel repeats the request's in each reply. */
    public static long sequence(NetlinkBuffer buffer, int message) {
        return buffer.u32(message + SEQUENCE_OFFSET);
    }

    /** Port id of the socket that the message belongs to, unsigned; 0 in events. */
    public static long portId(NetlinkBuffer buffer, int message) {
        return buffer.u32(message + PORT_ID_OFFSET);
    }

    /** Writes all five fields. */
    public static void put(
            NetlinkBuffer buffer, int message, int length, int type, int flags, long sequence, long portId) {
        putLength(buffer, message, length);
        buffer.putU16(message + TYPE_OFFSET, type);
        buffer.putU16(message + FLAGS_OFFSET, flags);
        putSequence(buffer, message, sequence);
        buffer.putU32(message + PORT_ID_OFFSET, portId);
    }

    /** Writes the length of header and body. */
    public static void putLength(NetlinkBuffer buffer, int message, int length) {
        buffer.putU32(message, length);
    }

    /** Sets {@code NLM_F_…} bits beside those that are set. */
    public static void addFlags(NetlinkBuffer buffer, int message, int flags) {
        buffer.putU16(message + FLAGS_OFFSET, flags(buffer, message) | flags);
    }

    /** Writes the sequence number. */
    public static void putSequence(NetlinkBuffer buffer, int message, long sequence) {
        buffer.putU32(message + SEQUENCE_OFFSET, sequence);
    }
}
