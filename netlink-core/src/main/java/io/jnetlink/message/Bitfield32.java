package io.jnetlink.message;

import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;

/**
 * {@code struct nla_bitfield32}: bits, and which of them are meant.
 *
 * <p>Immutable. Both words are unsigned 32 bits in host order.
 *
 * @param value the bits; those outside {@code selector} say nothing
 * @param selector a set bit means that the bit of {@code value} counts
 */
public record Bitfield32(long value, long selector) implements StructValue {

    /** Bytes of it. */
    public static final int SIZE = 8;

    private static final long MAX_WORD = 0xffff_ffffL;

    /**
     * Refuses what 32 bits do not hold.
     *
     * @throws io.jnetlink.wire.InvalidFieldException naming the word
     */
    public Bitfield32 {
        FieldCheck.range("bitfield32.value", value, 0, MAX_WORD);
        FieldCheck.range("bitfield32.selector", selector, 0, MAX_WORD);
    }

    /** Reads the first eight bytes, which must be there. */
    public static Bitfield32 decode(NetlinkBuffer buffer, int offset, int length) {
        return new Bitfield32(buffer.u32(offset), buffer.u32(offset + Integer.BYTES));
    }

    @Override
    public void writeTo(MessageWriter out) {
        int at = out.appendZeros(SIZE);
        out.buffer().putU32(at, value);
        out.buffer().putU32(at + Integer.BYTES, selector);
    }
}
