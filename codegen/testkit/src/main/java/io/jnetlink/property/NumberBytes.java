package io.jnetlink.property;

import io.jnetlink.spec.ir.Checks;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.WireOrder;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Numbers on the wire, and the range of those that a type can hold. Stateless. */
final class NumberBytes {

    private static final int SHORT_FORM = Integer.BYTES;

    private NumberBytes() {}

    /** A number of a type of fixed width; one of variable width in the shortest form that holds it. */
    static byte[] of(TypeIr.Scalar type, long value) {
        return of(type, value, width(type, value));
    }

    private static int width(TypeIr.Scalar type, long value) {
        if (!type.kind().variableWidth()) {
            return type.kind().bytes();
        }
        boolean isShort = type.kind().signed() ? value == (int) value : value >>> Integer.SIZE == 0;
        return isShort ? SHORT_FORM : Long.BYTES;
    }

    static byte[] of(TypeIr.Scalar type, long value, int width) {
        boolean big = isBigEndian(type);
        byte[] bytes = ByteBuffer.allocate(Long.BYTES)
                .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return big ? Arrays.copyOfRange(bytes, Long.BYTES - width, Long.BYTES) : Arrays.copyOf(bytes, width);
    }

    /** Reads a number of {@code width} bytes; an unsigned 64-bit one comes out as the pattern of its bits. */
    static long read(TypeIr.Scalar type, byte[] bytes, int at, int width) {
        boolean big = isBigEndian(type);
        long value = 0;
        for (int i = 0; i < width; i++) {
            int index = big ? at + i : at + width - 1 - i;
            value = value << Byte.SIZE | bytes[index] & 0xff;
        }
        int unused = Long.SIZE - width * Byte.SIZE;
        return type.kind().signed() ? value << unused >> unused : value;
    }

    /** The least number that the type holds and, unless they are to be ignored, the checks allow. */
    static BigInteger least(TypeIr.Scalar type, Checks checks) {
        BigInteger ofType =
                type.kind().signed() ? BigInteger.ONE.shiftLeft(bits(type) - 1).negate() : BigInteger.ZERO;
        return checks.min().isPresent() ? ofType.max(number(type, checks.min().getAsLong())) : ofType;
    }

    /** The greatest number that the type holds and, unless they are to be ignored, the checks allow. */
    static BigInteger greatest(TypeIr.Scalar type, Checks checks) {
        int bits = type.kind().signed() ? bits(type) - 1 : bits(type);
        BigInteger ofType = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        return checks.max().isPresent() ? ofType.min(number(type, checks.max().getAsLong())) : ofType;
    }

    /** What a 64-bit pattern stands for. */
    static BigInteger number(TypeIr.Scalar type, long pattern) {
        return type.kind().signed() ? BigInteger.valueOf(pattern) : new BigInteger(Long.toUnsignedString(pattern));
    }

    private static int bits(TypeIr.Scalar type) {
        return type.kind().bytes() * Byte.SIZE;
    }

    private static boolean isBigEndian(TypeIr.Scalar type) {
        return type.order() == WireOrder.BIG_ENDIAN
                || type.order() == WireOrder.HOST && ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
    }
}
