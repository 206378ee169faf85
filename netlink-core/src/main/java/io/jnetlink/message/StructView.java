package io.jnetlink.message;

import io.jnetlink.schema.StructSchema;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;

/**
 * A flyweight over a C struct; the parent of generated struct views.
 *
 * <p>Not thread-safe. A member that lies behind the end of the received bytes reads as zero: an older kernel has a
 * shorter struct.
 */
public abstract class StructView {

    private final StructSchema schema;
    private NetlinkBuffer buffer = NetlinkBuffer.allocate(0);
    private int offset;
    private int length;

    /**
     * @param schema what is read
     */
    protected StructView(StructSchema schema) {
        this.schema = schema;
    }

    /** Moves to another struct; the subclass's {@code wrap} calls it. */
    protected final void attach(NetlinkBuffer source, int start, int size) {
        buffer = source;
        offset = start;
        length = size;
    }

    /** What is read. */
    public final StructSchema schema() {
        return schema;
    }

    /** Unsigned 8 bits. */
    protected final int u8(int at) {
        return at + Byte.BYTES <= length ? buffer.u8(offset + at) : 0;
    }

    /** Signed 8 bits. */
    protected final int s8(int at) {
        return (byte) u8(at);
    }

    /** Unsigned 16 bits, host order. */
    protected final int u16(int at) {
        return u16(at, buffer.hostOrder());
    }

    /** Unsigned 16 bits. */
    protected final int u16(int at, ByteOrder order) {
        return at + Short.BYTES <= length ? buffer.u16(offset + at, order) : 0;
    }

    /** Signed 16 bits, host order. */
    protected final int s16(int at) {
        return (short) u16(at);
    }

    /** Signed 16 bits. */
    protected final int s16(int at, ByteOrder order) {
        return (short) u16(at, order);
    }

    /** Unsigned 32 bits, host order. */
    protected final long u32(int at) {
        return u32(at, buffer.hostOrder());
    }

    /** Unsigned 32 bits. */
    protected final long u32(int at, ByteOrder order) {
        return at + Integer.BYTES <= length ? buffer.u32(offset + at, order) : 0;
    }

    /** Signed 32 bits, host order. */
    protected final int s32(int at) {
        return (int) u32(at);
    }

    /** Signed 32 bits. */
    protected final int s32(int at, ByteOrder order) {
        return (int) u32(at, order);
    }

    /** 64 bits, host order. */
    protected final long s64(int at) {
        return s64(at, buffer.hostOrder());
    }

    /** 64 bits. */
    protected final long s64(int at, ByteOrder order) {
        return at + Long.BYTES <= length ? buffer.s64(offset + at, order) : 0;
    }

    /** A copy of {@code size} bytes; those behind the end are zero. */
    protected final byte[] bytes(int at, int size) {
        byte[] copy = new byte[size];
        int there = Math.max(0, Math.min(size, length - at));
        if (there > 0) {
            buffer.copyTo(offset + at, copy, there);
        }
        return copy;
    }

    /** Text up to its first NUL. */
    protected final String text(int at, int size) {
        int there = Math.max(0, Math.min(size, length - at));
        return there == 0 ? "" : buffer.text(offset + at, there);
    }

    /** The bytes that are read. */
    protected final NetlinkBuffer buffer() {
        return buffer;
    }

    /** Where the struct starts in {@link #buffer()}. */
    protected final int offset() {
        return offset;
    }

    /** Bytes that there are, of a member or struct inside that starts at {@code at}. */
    protected final int lengthFrom(int at) {
        return Math.max(0, length - at);
    }
}
