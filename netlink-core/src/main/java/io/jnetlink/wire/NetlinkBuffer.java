package io.jnetlink.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Bytes read and written at absolute indices, unsigned types in wider Java types, byte order per call.
 *
 * <p>Not thread-safe while it is written; safe to share once nobody writes. Wraps memory, never copies it. Methods
 * without a byte order use {@link #hostOrder()}, which is the machine's own unless the bytes came from another machine.
 * An index outside the buffer is an {@link IndexOutOfBoundsException}: callers check lengths first.
 */
public final class NetlinkBuffer {

    private final ByteBuffer bytes;
    private final ByteOrder hostOrder;

    private NetlinkBuffer(ByteBuffer bytes, ByteOrder hostOrder) {
        // A duplicate keeps the caller's position, limit and order untouched by us, and ours by the caller.
        this.bytes = bytes.duplicate().clear().order(hostOrder);
        this.hostOrder = hostOrder;
    }

    /** The whole of {@code bytes} (not just position to limit), in the machine's byte order. */
    public static NetlinkBuffer wrap(ByteBuffer bytes) {
        return new NetlinkBuffer(bytes, ByteOrder.nativeOrder());
    }

    /** The array itself, in the machine's byte order. */
    public static NetlinkBuffer wrap(byte[] bytes) {
        return wrap(bytes, ByteOrder.nativeOrder());
    }

    /** The array itself, as a machine of the given byte order wrote it. */
    public static NetlinkBuffer wrap(byte[] bytes, ByteOrder hostOrder) {
        return new NetlinkBuffer(ByteBuffer.wrap(bytes), hostOrder);
    }

    /** A new zeroed buffer on the heap, in the machine's byte order. */
    public static NetlinkBuffer allocate(int capacity) {
        return wrap(new byte[capacity]);
    }

    /** Number of bytes. */
    public int capacity() {
        return bytes.capacity();
    }

    /** Byte order of the machine whose kernel speaks in these bytes. */
    public ByteOrder hostOrder() {
        return hostOrder;
    }

    /** A window on the same memory, for handing to a system call; position {@code index}, limit after {@code length}. */
    public ByteBuffer slice(int index, int length) {
        return bytes.slice(index, length).order(hostOrder);
    }

    /** Unsigned 8 bits. */
    public int u8(int index) {
        return bytes.get(index) & 0xff;
    }

    /** Signed 8 bits. */
    public int s8(int index) {
        return bytes.get(index);
    }

    /** Unsigned 16 bits, host order. */
    public int u16(int index) {
        return bytes.getShort(index) & 0xffff;
    }

    /** Unsigned 16 bits. */
    public int u16(int index, ByteOrder order) {
        return ordered(bytes.getShort(index), order) & 0xffff;
    }

    /** Signed 16 bits. */
    public int s16(int index, ByteOrder order) {
        return ordered(bytes.getShort(index), order);
    }

    /** Unsigned 32 bits, host order. */
    public long u32(int index) {
        return bytes.getInt(index) & 0xffff_ffffL;
    }

    /** Unsigned 32 bits. */
    public long u32(int index, ByteOrder order) {
        return s32(index, order) & 0xffff_ffffL;
    }

    /** Signed 32 bits, host order. */
    public int s32(int index) {
        return bytes.getInt(index);
    }

    /** Signed 32 bits. */
    public int s32(int index, ByteOrder order) {
        int value = bytes.getInt(index);
        return order == hostOrder ? value : Integer.reverseBytes(value);
    }

    /** 64 bits, host order; an unsigned one above 2⁶³−1 comes out negative. */
    public long s64(int index) {
        return bytes.getLong(index);
    }

    /** 64 bits; an unsigned one above 2⁶³−1 comes out negative. */
    public long s64(int index, ByteOrder order) {
        long value = bytes.getLong(index);
        return order == hostOrder ? value : Long.reverseBytes(value);
    }

    /** A copy of {@code length} bytes. */
    public byte[] bytes(int index, int length) {
        byte[] copy = new byte[length];
        bytes.get(index, copy);
        return copy;
    }

    /** Copies {@code length} bytes into {@code target}, from its start. */
    public void copyTo(int index, byte[] target, int length) {
        bytes.get(index, target, 0, length);
    }

    /** Text of at most {@code length} bytes, ending before its first NUL; bytes that are no UTF-8 become U+FFFD. */
    public String text(int index, int length) {
        int end = 0;
        while (end < length && bytes.get(index + end) != 0) {
            end++;
        }
        return new String(bytes(index, end), StandardCharsets.UTF_8);
    }

    /** Whether {@code length} bytes here equal as many in {@code other}. */
    public boolean matches(int index, NetlinkBuffer other, int otherIndex, int length) {
        return bytes.slice(index, length).equals(other.bytes.slice(otherIndex, length));
    }

    /** Writes the low 8 bits. */
    public void putU8(int index, int value) {
        bytes.put(index, (byte) value);
    }

    /** Writes the low 16 bits, host order. */
    public void putU16(int index, int value) {
        bytes.putShort(index, (short) value);
    }

    /** Writes the low 16 bits. */
    public void putU16(int index, int value, ByteOrder order) {
        bytes.putShort(index, ordered((short) value, order));
    }

    /** Writes the low 32 bits, host order. */
    public void putU32(int index, long value) {
        bytes.putInt(index, (int) value);
    }

    /** Writes the low 32 bits. */
    public void putU32(int index, long value, ByteOrder order) {
        bytes.putInt(index, order == hostOrder ? (int) value : Integer.reverseBytes((int) value));
    }

    /** Writes 64 bits, host order. */
    public void putU64(int index, long value) {
        bytes.putLong(index, value);
    }

    /** Writes 64 bits. */
    public void putU64(int index, long value, ByteOrder order) {
        bytes.putLong(index, order == hostOrder ? value : Long.reverseBytes(value));
    }

    /** Writes a whole array. */
    public void putBytes(int index, byte[] value) {
        bytes.put(index, value);
    }

    /** Writes {@code length} bytes of another buffer. */
    public void putBytes(int index, NetlinkBuffer source, int sourceIndex, int length) {
        bytes.put(index, source.bytes, sourceIndex, length);
    }

    /** Writes {@code length} zero bytes. */
    public void putZeros(int index, int length) {
        for (int i = 0; i < length; i++) {
            bytes.put(index + i, (byte) 0);
        }
    }

    private short ordered(short value, ByteOrder order) {
        return order == hostOrder ? value : Short.reverseBytes(value);
    }
}
