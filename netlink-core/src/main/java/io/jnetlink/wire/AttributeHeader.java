package io.jnetlink.wire;

/**
 * {@code struct nlattr}: the four bytes in front of every attribute, in host order.
 *
 * <pre>
 *  0        2                                4
 *  +--------+--+--+--------------------------+----------
 *  | length |N |O |      type (14 bits)      | payload …
 *  +--------+--+--+--------------------------+----------
 * </pre>
 *
 * {@code length} counts these four bytes and the payload, not the padding. {@code N} marks a nest, {@code O} a payload
 * in network byte order; both are hints that senders often leave out.
 */
public final class AttributeHeader {

    /** Bytes of the header. */
    public static final int SIZE = 4;

    /** Most that header and payload can be: the length is an unsigned 16-bit number. */
    public static final int MAX_LENGTH = 0xffff;

    /** {@code NLA_F_NESTED}: the payload is a list of attributes. */
    public static final int NESTED = 0x8000;

    /** {@code NLA_F_NET_BYTEORDER}: the payload is in network byte order. */
    public static final int NET_BYTE_ORDER = 0x4000;

    /** The bits of the type field that are the type. */
    public static final int TYPE_MASK = 0x3fff;

    private static final int TYPE_OFFSET = 2;

    private AttributeHeader() {}

    /** Length of header and payload. */
    public static int length(NetlinkBuffer buffer, int attribute) {
        return buffer.u16(attribute);
    }

    /** Length of the payload alone. */
    public static int payloadLength(NetlinkBuffer buffer, int attribute) {
        return buffer.u16(attribute) - SIZE;
    }

    /** Type with its two flag bits. */
    public static int rawType(NetlinkBuffer buffer, int attribute) {
        return buffer.u16(attribute + TYPE_OFFSET);
    }

    /** Type without its two flag bits. */
    public static int type(NetlinkBuffer buffer, int attribute) {
        return rawType(buffer, attribute) & TYPE_MASK;
    }

    /** Writes length and type, flag bits included. */
    public static void put(NetlinkBuffer buffer, int attribute, int length, int rawType) {
        buffer.putU16(attribute, length);
        buffer.putU16(attribute + TYPE_OFFSET, rawType);
    }
}
