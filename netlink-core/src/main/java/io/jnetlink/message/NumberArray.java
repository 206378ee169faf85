package io.jnetlink.message;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;

/** C arrays of numbers: one after the other, without headers. Stateless. */
final class NumberArray {

    private NumberArray() {}

    static int[] ints(AttributeKind kind, FieldOrder order, NetlinkBuffer buffer, int at, int size) {
        int width = kind.minimumLength();
        int[] numbers = new int[size / width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) Numbers.read(kind, order, buffer, at + i * width, width);
        }
        return numbers;
    }

    static long[] longs(AttributeKind kind, FieldOrder order, NetlinkBuffer buffer, int at, int size) {
        int width = kind.minimumLength();
        long[] numbers = new long[size / width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Numbers.read(kind, order, buffer, at + i * width, width);
        }
        return numbers;
    }

    static byte[] packed(AttributeKind kind, FieldOrder order, int[] numbers) {
        long[] wide = new long[numbers.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = numbers[i];
        }
        return packed(kind, order, wide);
    }

    static byte[] packed(AttributeKind kind, FieldOrder fieldOrder, long[] numbers) {
        int width = kind.minimumLength();
        byte[] bytes = new byte[numbers.length * width];
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes);
        ByteOrder order = fieldOrder.resolve(buffer.hostOrder());
        for (int i = 0; i < numbers.length; i++) {
            switch (width) {
                case Byte.BYTES -> buffer.putU8(i, (int) numbers[i]);
                case Short.BYTES -> buffer.putU16(i * width, (int) numbers[i], order);
                case Integer.BYTES -> buffer.putU32(i * width, numbers[i], order);
                default -> buffer.putU64(i * width, numbers[i], order);
            }
        }
        return bytes;
    }
}
