package io.jnetlink.dynamic.runtime;

import io.jnetlink.message.FieldCheck;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;

/** C arrays of numbers: one after the other, without headers. Stateless. */
public final class NumberArrays {

    private NumberArrays() {}

    /** Numbers that all fit an {@code int}; a rest too short for one more is passed over. */
    public static int[] ints(NetlinkBuffer buffer, int at, int size, int width, boolean signed, ByteOrder order) {
        int[] numbers = new int[size / width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) read(buffer, at + i * width, width, signed, order);
        }
        return numbers;
    }

    /** Numbers; a rest too short for one more is passed over. */
    public static long[] longs(NetlinkBuffer buffer, int at, int size, int width, boolean signed, ByteOrder order) {
        long[] numbers = new long[size / width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = read(buffer, at + i * width, width, signed, order);
        }
        return numbers;
    }

    /** Writes an attribute of numbers, each checked against the bounds. */
    public static void put(
            MessageWriter out, int type, int[] numbers, String field, int width, long min, long max, ByteOrder order) {
        int mark = out.begin(type);
        for (int number : numbers) {
            FieldCheck.range(field, number, min, max);
            append(out, number, width, order);
        }
        out.end(mark);
    }

    /** Writes an attribute of numbers, each checked against the bounds; eight bytes hold all. */
    public static void put(
            MessageWriter out, int type, long[] numbers, String field, int width, long min, long max, ByteOrder order) {
        int mark = out.begin(type);
        for (long number : numbers) {
            if (width < Long.BYTES) {
                FieldCheck.range(field, number, min, max);
            }
            append(out, number, width, order);
        }
        out.end(mark);
    }

    private static void append(MessageWriter out, long number, int width, ByteOrder order) {
        int at = out.appendZeros(width);
        switch (width) {
            case Byte.BYTES -> out.buffer().putU8(at, (int) number);
            case Short.BYTES -> out.buffer().putU16(at, (int) number, order);
            case Integer.BYTES -> out.buffer().putU32(at, number, order);
            default -> out.buffer().putU64(at, number, order);
        }
    }

    private static long read(NetlinkBuffer buffer, int at, int width, boolean signed, ByteOrder order) {
        return switch (width) {
            case Byte.BYTES -> signed ? buffer.s8(at) : buffer.u8(at);
            case Short.BYTES -> signed ? buffer.s16(at, order) : buffer.u16(at, order);
            case Integer.BYTES -> signed ? buffer.s32(at, order) : buffer.u32(at, order);
            default -> buffer.s64(at, order);
        };
    }
}
