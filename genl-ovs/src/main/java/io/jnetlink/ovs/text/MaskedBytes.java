package io.jnetlink.ovs.text;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A run of bytes in a value and the same run in its mask. Without a mask every bit counts. Not thread-safe.
 */
final class MaskedBytes {

    private final byte[] value;
    private final byte @Nullable [] mask;
    private final int offset;
    private final int length;

    private MaskedBytes(byte[] value, byte @Nullable [] mask, int offset, int length) {
        this.value = value;
        this.mask = mask;
        this.offset = offset;
        this.length = length;
    }

    /** Nothing set, nothing matched: what a key holds before its fields are read. */
    static MaskedBytes zeros(int length) {
        return new MaskedBytes(new byte[length], new byte[length], 0, length);
    }

    /** Over what came from a message; a mask has the length of its value. */
    static MaskedBytes of(byte[] value, byte @Nullable [] mask) {
        return new MaskedBytes(value, mask, 0, value.length);
    }

    /** A window on the same bytes. */
    MaskedBytes slice(int from, int size) {
        return new MaskedBytes(value, mask, offset + from, size);
    }

    int length() {
        return length;
    }

    byte[] valueBytes() {
        return Arrays.copyOfRange(value, offset, offset + length);
    }

    byte[] maskBytes() {
        if (mask != null) {
            return Arrays.copyOfRange(mask, offset, offset + length);
        }
        byte[] ones = new byte[length];
        Arrays.fill(ones, (byte) 0xff);
        return ones;
    }

    /** The value as an unsigned number of at most 64 bits. */
    long value(ByteOrder order) {
        return number(value, order);
    }

    /** The mask as an unsigned number of at most 64 bits. */
    long mask(ByteOrder order) {
        return mask == null ? ones() : number(mask, order);
    }

    /** All ones in as many bits as there are. */
    long ones() {
        return length == Long.BYTES ? -1 : (1L << Byte.SIZE * length) - 1;
    }

    boolean isMasked() {
        return mask != null;
    }

    boolean isWildcard() {
        return mask != null && everyByte(mask, 0);
    }

    boolean isExact() {
        return mask == null || everyByte(mask, 0xff);
    }

    void put(long newValue, long newMask, ByteOrder order) {
        putNumber(value, newValue, order);
        if (mask != null) {
            putNumber(mask, newMask, order);
        }
    }

    void put(byte[] newValue, byte[] newMask) {
        System.arraycopy(newValue, 0, value, offset, length);
        if (mask != null) {
            System.arraycopy(newMask, 0, mask, offset, length);
        }
    }

    private boolean everyByte(byte[] bytes, int expected) {
        for (int i = offset; i < offset + length; i++) {
            if ((bytes[i] & 0xff) != expected) {
                return false;
            }
        }
        return true;
    }

    private long number(byte[] bytes, ByteOrder order) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << Byte.SIZE | bytes[place(i, order)] & 0xff;
        }
        return number;
    }

    private void putNumber(byte[] bytes, long number, ByteOrder order) {
        long rest = number;
        for (int i = length - 1; i >= 0; i--) {
            bytes[place(i, order)] = (byte) rest;
            rest >>>= Byte.SIZE;
        }
    }

    private int place(int significance, ByteOrder order) {
        return offset + (order == ByteOrder.BIG_ENDIAN ? significance : length - 1 - significance);
    }
}
