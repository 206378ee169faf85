package io.jnetlink.message;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;

/** Reads a number of any kind; the payload is long enough. */
final class Numbers {

    private Numbers() {}

    static long read(AttributeKind kind, FieldOrder fieldOrder, NetlinkBuffer buffer, int at, int size) {
        ByteOrder order = fieldOrder.resolve(buffer.hostOrder());
        return switch (kind) {
            case U8 -> buffer.u8(at);
            case S8 -> buffer.s8(at);
            case U16 -> buffer.u16(at, order);
            case S16 -> buffer.s16(at, order);
            case U32 -> buffer.u32(at, order);
            case S32 -> buffer.s32(at, order);
            case U64, S64 -> buffer.s64(at, order);
            case UINT -> size >= Long.BYTES ? buffer.s64(at, order) : buffer.u32(at, order);
            case SINT -> size >= Long.BYTES ? buffer.s64(at, order) : buffer.s32(at, order);
            default -> throw new IllegalArgumentException(kind + " is no number");
        };
    }

    /** In decimal; an unsigned 64-bit number above 2⁶³−1 keeps its value. */
    static String print(AttributeKind kind, long value) {
        return kind.isSigned() ? Long.toString(value) : Long.toUnsignedString(value);
    }
}
