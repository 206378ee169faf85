package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.WireOrder;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;

/**
 * A number on the wire.
 *
 * <p>Immutable.
 *
 * @param kind width and sign
 * @param order byte order
 */
public record NumberFormat(ScalarKind kind, WireOrder order) {

    /** The number that a scalar is. */
    public static NumberFormat of(TypeIr.Scalar scalar) {
        return new NumberFormat(scalar.kind(), scalar.order());
    }

    /** Fewest bytes of a payload. */
    public int minimumBytes() {
        return kind.variableWidth() ? Integer.BYTES : kind.bytes();
    }

    /** Least value. */
    public long min() {
        return kind.signed() ? -1L << 8 * kind.bytes() - 1 : 0;
    }

    /** Greatest value; of unsigned 64 bits the one that reads as -1. */
    public long max() {
        int bits = 8 * kind.bytes() - (kind.signed() ? 1 : 0);
        return bits == Long.SIZE ? -1 : (1L << bits) - 1;
    }

    /** Whether values above 2⁶³−1 exist, so that numbers compare as unsigned ones. */
    public boolean isUnsignedLong() {
        return !kind.signed() && kind.bytes() == Long.BYTES;
    }

    long read(NetlinkBuffer buffer, int at, int size) {
        ByteOrder byteOrder = resolve(buffer.hostOrder());
        return switch (kind) {
            case U8 -> buffer.u8(at);
            case S8 -> buffer.s8(at);
            case U16 -> buffer.u16(at, byteOrder);
            case S16 -> buffer.s16(at, byteOrder);
            case U32 -> buffer.u32(at, byteOrder);
            case S32 -> buffer.s32(at, byteOrder);
            case U64, S64 -> buffer.s64(at, byteOrder);
            case UINT -> size >= Long.BYTES ? buffer.s64(at, byteOrder) : buffer.u32(at, byteOrder);
            case SINT -> size >= Long.BYTES ? buffer.s64(at, byteOrder) : buffer.s32(at, byteOrder);
        };
    }

    void put(MessageWriter out, int type, long value) {
        ByteOrder byteOrder = resolve(ByteOrder.nativeOrder());
        switch (kind) {
            case U8, S8 -> out.putU8(type, (int) value);
            case U16, S16 -> out.putU16(type, (int) value, byteOrder);
            case U32, S32 -> out.putU32(type, value, byteOrder);
            case U64, S64 -> out.putU64(type, value, byteOrder);
            case UINT -> out.putUint(type, value, byteOrder);
            case SINT -> out.putSint(type, value, byteOrder);
        }
    }

    void putAt(NetlinkBuffer buffer, int at, long value) {
        ByteOrder byteOrder = resolve(buffer.hostOrder());
        switch (kind.bytes()) {
            case Byte.BYTES -> buffer.putU8(at, (int) value);
            case Short.BYTES -> buffer.putU16(at, (int) value, byteOrder);
            case Integer.BYTES -> buffer.putU32(at, value, byteOrder);
            default -> buffer.putU64(at, value, byteOrder);
        }
    }

    private ByteOrder resolve(ByteOrder host) {
        return switch (order) {
            case HOST -> host;
            case BIG_ENDIAN -> ByteOrder.BIG_ENDIAN;
            case LITTLE_ENDIAN -> ByteOrder.LITTLE_ENDIAN;
        };
    }
}
