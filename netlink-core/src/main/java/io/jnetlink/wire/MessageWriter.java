package io.jnetlink.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Appends messages and attributes to a buffer that grows on demand; closes lengths and writes padding by itself.
 *
 * <p>Not thread-safe; reusable after {@link #clear()}, and allocates only when it has to grow. Host byte order is the
 * machine's own, unless it writes for another machine.
 */
public final class MessageWriter {

    private static final int INITIAL_CAPACITY = 512;

    private final boolean direct;
    private final ByteOrder hostOrder;
    private NetlinkBuffer buffer;
    private int position;

    private MessageWriter(boolean direct, int capacity, ByteOrder hostOrder) {
        this.direct = direct;
        this.hostOrder = hostOrder;
        this.buffer = allocate(capacity);
    }

    /** A writer over heap memory. */
    public static MessageWriter onHeap() {
        return onHeap(ByteOrder.nativeOrder());
    }

    /** A writer over heap memory, of messages for the kernel of a machine of the given byte order. */
    public static MessageWriter onHeap(ByteOrder hostOrder) {
        return new MessageWriter(false, INITIAL_CAPACITY, hostOrder);
    }

    /** A writer over memory that system calls can read, with room for {@code capacity} bytes before it grows. */
    public static MessageWriter direct(int capacity) {
        return new MessageWriter(true, capacity, ByteOrder.nativeOrder());
    }

    /** Forgets everything written; keeps the memory. */
    public MessageWriter clear() {
        position = 0;
        return this;
    }

    /** Byte order of headers, and of the numbers that are in host order. */
    public ByteOrder hostOrder() {
        return hostOrder;
    }

    /** Number of bytes written. */
    public int length() {
        return position;
    }

    /** The memory written to; bytes behind {@link #length()} are undefined. Another object after each growth. */
    public NetlinkBuffer buffer() {
        return buffer;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return buffer.bytes(0, position);
    }

    /**
     * Starts a message; {@link #endMessage} closes it.
     *
     * @return a mark for {@link #endMessage}
     */
    public int beginMessage(int type, int flags, long sequence, long portId) {
        int mark = reserve(MessageHeader.SIZE);
        MessageHeader.put(buffer, mark, 0, type, flags, sequence, portId);
        return mark;
    }

    /** Writes the length of the message started at {@code mark}; what follows starts on a multiple of four. */
    public void endMessage(int mark) {
        MessageHeader.putLength(buffer, mark, position - mark);
        pad();
    }

    /** An attribute of one byte. */
    public void putU8(int type, int value) {
        int at = reserveAttribute(type, 1);
        buffer.putU8(at, value);
        pad();
    }

    /** An attribute of two bytes. */
    public void putU16(int type, int value, ByteOrder order) {
        int at = reserveAttribute(type, Short.BYTES);
        buffer.putU16(at, value, order);
        pad();
    }

    /** An attribute of four bytes. */
    public void putU32(int type, long value, ByteOrder order) {
        int at = reserveAttribute(type, Integer.BYTES);
        buffer.putU32(at, value, order);
    }

    /** An attribute of eight bytes. */
    public void putU64(int type, long value, ByteOrder order) {
        int at = reserveAttribute(type, Long.BYTES);
        buffer.putU64(at, value, order);
    }

    /** An unsigned number: four bytes if they hold it, else eight. */
    public void putUint(int type, long value, ByteOrder order) {
        if (value >>> Integer.SIZE == 0) {
            putU32(type, value, order);
        } else {
            putU64(type, value, order);
        }
    }

    /** A signed number: four bytes if they hold it, else eight. */
    public void putSint(int type, long value, ByteOrder order) {
        if (value == (int) value) {
            putU32(type, value, order);
        } else {
            putU64(type, value, order);
        }
    }

    /** An attribute without payload, whose presence is its value. */
    public void putFlag(int type) {
        reserveAttribute(type, 0);
    }

    /** An attribute of text in UTF-8, with a NUL behind it if {@code terminated}. */
    public void putText(int type, String value, boolean terminated) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        int at = reserveAttribute(type, encoded.length + (terminated ? 1 : 0));
        buffer.putBytes(at, encoded);
        if (terminated) {
            buffer.putU8(at + encoded.length, 0);
        }
        pad();
    }

    /** An attribute of bytes. */
    public void putBytes(int type, byte[] value) {
        int at = reserveAttribute(type, value.length);
        buffer.putBytes(at, value);
        pad();
    }

    /** An attribute whose payload is a piece of another buffer. */
    public void putBytes(int type, NetlinkBuffer source, int sourceOffset, int length) {
        int at = reserveAttribute(type, length);
        buffer.putBytes(at, source, sourceOffset, length);
        pad();
    }

    /**
     * Starts an attribute whose payload is written piece by piece; {@link #end} closes it.
     *
     * @param type the type, with {@link AttributeHeader#NESTED} or without
     * @return a mark for {@link #end}
     */
    public int begin(int type) {
        int mark = reserve(AttributeHeader.SIZE);
        AttributeHeader.put(buffer, mark, AttributeHeader.SIZE, type);
        return mark;
    }

    /**
     * Writes the length of the attribute started at {@code mark}, and the padding behind it.
     *
     * @throws InvalidFieldException if it is longer than an attribute can be; all of it is taken back then
     */
    public void end(int mark) {
        int length = position - mark;
        int type = AttributeHeader.rawType(buffer, mark);
        if (length > AttributeHeader.MAX_LENGTH) {
            position = mark;
        }
        checkLength(type, length);
        AttributeHeader.put(buffer, mark, length, type);
        pad();
    }

    /** Appends bytes that already are wire format: a fixed header, or finished attributes. */
    public void append(NetlinkBuffer source, int sourceOffset, int length) {
        int at = reserve(length);
        buffer.putBytes(at, source, sourceOffset, length);
    }

    /**
     * Makes room for {@code length} zeroed bytes, for a fixed header or struct that the caller fills in.
     *
     * @return their offset in {@link #buffer()}
     */
    public int appendZeros(int length) {
        int at = reserve(length);
        buffer.putZeros(at, length);
        return at;
    }

    /** Zero bytes up to the next multiple of four. */
    public void pad() {
        int padding = MessageHeader.align(position) - position;
        if (padding > 0) {
            int at = reserve(padding);
            buffer.putZeros(at, padding);
        }
    }

    /** Takes {@code length} bytes at {@code offset} out and moves what is behind them forward. */
    public void remove(int offset, int length) {
        int behind = position - offset - length;
        buffer.putBytes(offset, buffer, offset + length, behind);
        position -= length;
    }

    private int reserveAttribute(int type, int payload) {
        int length = AttributeHeader.SIZE + payload;
        checkLength(type, length);
        int at = reserve(length);
        AttributeHeader.put(buffer, at, length, type);
        return at + AttributeHeader.SIZE;
    }

    private static void checkLength(int type, int length) {
        if (length > AttributeHeader.MAX_LENGTH) {
            throw new InvalidFieldException(
                    "attribute " + (type & AttributeHeader.TYPE_MASK),
                    length - AttributeHeader.SIZE,
                    "must have at most " + (AttributeHeader.MAX_LENGTH - AttributeHeader.SIZE) + " bytes");
        }
    }

    private int reserve(int length) {
        int at = position;
        int needed = Math.addExact(at, length);
        if (needed > buffer.capacity()) {
            NetlinkBuffer larger = allocate(Math.max(needed, 2 * buffer.capacity()));
            larger.putBytes(0, buffer, 0, at);
            buffer = larger;
        }
        position = needed;
        return at;
    }

    private NetlinkBuffer allocate(int capacity) {
        return direct
                ? NetlinkBuffer.wrap(ByteBuffer.allocateDirect(capacity))
                : NetlinkBuffer.wrap(new byte[capacity], hostOrder);
    }
}
