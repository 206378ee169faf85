package io.jnetlink.message;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.AttributeHeader;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import io.jnetlink.wire.RawAttribute;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads a list of attributes whose places were noted once; the parent of generated values and views.
 *
 * <p>As thread-safe as its subclass: values are immutable, views are not thread-safe. Of an attribute that stands twice
 * the last one counts, unless the spec allows several. A getter of an absent attribute throws
 * {@link NoSuchElementException}; each has a {@code has…} beside it.
 */
public abstract class AttributeReader {

    private static final byte[] NO_BYTES = {};

    private final AttributeSet schema;
    /** Payload offset by attribute number; 0 for an absent one, since a header always stands in front. */
    private final int[] payloads;

    private final AttributeCursor cursor = new AttributeCursor();
    private NetlinkBuffer buffer = NetlinkBuffer.wrap(NO_BYTES);
    private int offset;
    private int length;

    /**
     * @param schema the set that is read
     */
    protected AttributeReader(AttributeSet schema) {
        this.schema = schema;
        this.payloads = new int[schema.maxNumber() + 1];
    }

    /**
     * Notes where each attribute stands.
     *
     * @throws MalformedMessageException if an attribute's length is wrong
     */
    protected final void attach(NetlinkBuffer source, int start, int size) {
        Arrays.fill(payloads, 0);
        buffer = source;
        offset = start;
        length = 0;
        cursor.wrap(source, start, size);
        while (cursor.next()) {
            int number = cursor.type();
            if (number < payloads.length) {
                payloads[number] = cursor.payloadOffset();
            }
        }
        // Bytes too few for an attribute are no content: with others appended behind them they would look like one.
        length = cursor.position() - start;
    }

    /** What the attributes are called. */
    public final AttributeSet schema() {
        return schema;
    }

    /** The set as the body of a message without fixed header. */
    public final MessageSchema messageSchema() {
        return new MessageSchema(null, schema);
    }

    /** Whether an attribute is there, by its number. */
    public final boolean has(int number) {
        return number < payloads.length && payloads[number] != 0;
    }

    /** Bytes that the attributes take. */
    public final int length() {
        return length;
    }

    /** Appends the attributes exactly as they stand here. */
    public final void writeTo(MessageWriter out) {
        out.append(buffer, offset, length);
        out.pad();
    }

    /** A copy of the bytes, exactly as they stand here. */
    public final byte[] toByteArray() {
        return buffer.bytes(offset, length);
    }

    /** Attributes that the spec has no name for, in the order in which they came. */
    public final List<RawAttribute> unknown() {
        List<RawAttribute> unknown = new ArrayList<>();
        AttributeCursor all = new AttributeCursor().wrap(buffer, offset, length);
        while (all.next()) {
            if (schema.byNumber(all.type()) == null) {
                unknown.add(new RawAttribute(all.rawType(), buffer.bytes(all.payloadOffset(), all.payloadLength())));
            }
        }
        return unknown;
    }

    /** One line: names and values in the order of the wire. */
    @Override
    public final String toString() {
        return MessageDissector.attributes(schema, buffer, offset, length).toLine();
    }

    /** The bytes that are read. */
    protected final NetlinkBuffer buffer() {
        return buffer;
    }

    /** Where the attributes start in {@link #buffer()}. */
    protected final int offset() {
        return offset;
    }

    /** Bytes of an attribute's payload. */
    protected final int payloadLength(int number) {
        return AttributeHeader.payloadLength(buffer, payload(number, 0) - AttributeHeader.SIZE);
    }

    /**
     * Where an attribute's payload starts.
     *
     * @param minimum fewest bytes that it must have
     * @throws NoSuchElementException if the attribute is absent
     * @throws MalformedMessageException if it is shorter
     */
    protected final int payload(int number, int minimum) {
        int at = payloads[number];
        if (at == 0) {
            throw new NoSuchElementException("no " + nameOf(number) + " in " + schema.name());
        }
        checkMinimum(number, at, AttributeHeader.payloadLength(buffer, at - AttributeHeader.SIZE), minimum);
        return at;
    }

    private void checkMinimum(int number, int at, int size, int minimum) {
        if (size < minimum) {
            throw new MalformedMessageException("expected " + minimum + " bytes, got " + size, at)
                    .inside(nameOf(number));
        }
    }

    /** Payload offsets of all attributes of a number, in the order of the wire. */
    protected final int[] payloadsOf(int number) {
        AttributeCursor all = new AttributeCursor().wrap(buffer, offset, length);
        int[] found = new int[4];
        int count = 0;
        while (all.next()) {
            if (all.type() == number) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = all.payloadOffset();
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Unsigned 8 bits. */
    protected final int u8(int number) {
        return buffer.u8(payload(number, Byte.BYTES));
    }

    /** Signed 8 bits. */
    protected final int s8(int number) {
        return buffer.s8(payload(number, Byte.BYTES));
    }

    /** Unsigned 16 bits. */
    protected final int u16(int number, ByteOrder order) {
        return buffer.u16(payload(number, Short.BYTES), order);
    }

    /** Unsigned 16 bits, host order. */
    protected final int u16(int number) {
        return buffer.u16(payload(number, Short.BYTES));
    }

    /** Signed 16 bits, host order. */
    protected final int s16(int number) {
        return s16(number, buffer.hostOrder());
    }

    /** Signed 16 bits. */
    protected final int s16(int number, ByteOrder order) {
        return buffer.s16(payload(number, Short.BYTES), order);
    }

    /** Unsigned 32 bits. */
    protected final long u32(int number, ByteOrder order) {
        return buffer.u32(payload(number, Integer.BYTES), order);
    }

    /** Unsigned 32 bits, host order. */
    protected final long u32(int number) {
        return buffer.u32(payload(number, Integer.BYTES));
    }

    /** Signed 32 bits. */
    protected final int s32(int number, ByteOrder order) {
        return buffer.s32(payload(number, Integer.BYTES), order);
    }

    /** Signed 32 bits, host order. */
    protected final int s32(int number) {
        return buffer.s32(payload(number, Integer.BYTES));
    }

    /** 64 bits. */
    protected final long s64(int number, ByteOrder order) {
        return buffer.s64(payload(number, Long.BYTES), order);
    }

    /** 64 bits, host order. */
    protected final long s64(int number) {
        return buffer.s64(payload(number, Long.BYTES));
    }

    /** Unsigned, four or eight bytes, host order. */
    protected final long uint(int number) {
        return uint(number, buffer.hostOrder());
    }

    /** Unsigned, four or eight bytes. */
    protected final long uint(int number, ByteOrder order) {
        return payloadLength(number) >= Long.BYTES ? s64(number, order) : u32(number, order);
    }

    /** Signed, four or eight bytes, host order. */
    protected final long sint(int number) {
        return sint(number, buffer.hostOrder());
    }

    /** Signed, four or eight bytes. */
    protected final long sint(int number, ByteOrder order) {
        return payloadLength(number) >= Long.BYTES ? s64(number, order) : s32(number, order);
    }

    /** Text up to its first NUL. */
    protected final String text(int number) {
        return buffer.text(payload(number, 0), payloadLength(number));
    }

    /** A copy of the payload. */
    protected final byte[] bytes(int number) {
        return buffer.bytes(payload(number, 0), payloadLength(number));
    }

    /** The payload as a link-layer address. */
    protected final HardwareAddress hardwareAddress(int number) {
        return HardwareAddress.of(bytes(number));
    }

    /** The first four or sixteen bytes of the payload as an address. */
    protected final IpAddress ipAddress(int number, int size) {
        return IpAddress.of(buffer.bytes(payload(number, size), size));
    }

    /** The payload as an address: sixteen bytes if there are as many, else four. */
    protected final IpAddress ipAddress(int number) {
        return ipAddress(number, payloadLength(number) >= 16 ? 16 : 4);
    }

    /** The payload, which must have {@code minimum} bytes, as the reader makes it out. */
    protected final <T> T read(int number, int minimum, PayloadReader<T> reader) {
        int at = payload(number, minimum);
        return reader.read(buffer, at, payloadLength(number));
    }

    /** What stands behind a header of {@code header} bytes in the payload; nothing if the payload is shorter. */
    protected final <T> T readBehind(int number, int header, PayloadReader<T> reader) {
        int at = payload(number, 0);
        int skipped = Math.min(header, payloadLength(number));
        return reader.read(buffer, at + skipped, payloadLength(number) - skipped);
    }

    /** All payloads of an attribute that may stand several times, in the order of the wire; none if it is absent. */
    protected final <T> List<T> list(int number, int minimum, PayloadReader<T> reader) {
        List<T> values = new ArrayList<>();
        for (int at : payloadsOf(number)) {
            int size = AttributeHeader.payloadLength(buffer, at - AttributeHeader.SIZE);
            checkMinimum(number, at, size, minimum);
            values.add(reader.read(buffer, at, size));
        }
        return Collections.unmodifiableList(values);
    }

    /** Each attribute as a list of its own, in the order of the wire. */
    protected final <T> List<T> each(PayloadReader<T> reader) {
        List<T> values = new ArrayList<>();
        AttributeCursor all = new AttributeCursor().wrap(buffer, offset, length);
        while (all.next()) {
            values.add(reader.read(buffer, all.offset(), all.position() - all.offset()));
        }
        return Collections.unmodifiableList(values);
    }

    /**
     * The number of the first attribute.
     *
     * @throws NoSuchElementException if there is none
     */
    protected final int firstNumber() {
        if (length == 0) {
            throw new NoSuchElementException("no attribute in " + schema.name());
        }
        return AttributeHeader.type(buffer, offset);
    }

    /** The structs of a C array, each of {@code size} bytes; a rest too short for one more is passed over. */
    protected final <T> List<T> structs(int number, int size, PayloadReader<T> reader) {
        int at = payload(number, 0);
        return structs(size, reader, buffer, at, payloadLength(number));
    }

    /** The structs of a C array in a payload, each of {@code size} bytes; a shorter rest is passed over. None if they take no bytes. */
    protected static <T> List<T> structs(
            int size, PayloadReader<T> reader, NetlinkBuffer source, int at, int payloadLength) {
        List<T> values = new ArrayList<>();
        for (int start = 0; size > 0 && start + size <= payloadLength; start += size) {
            values.add(reader.read(source, at + start, size));
        }
        return Collections.unmodifiableList(values);
    }

    /** The elements of an array whose entries are typed by their index, in the order of the wire. */
    protected final <T> List<T> elements(int number, int minimum, PayloadReader<T> reader) {
        List<T> values = new ArrayList<>();
        AttributeCursor entries = new AttributeCursor().wrap(buffer, payload(number, 0), payloadLength(number));
        while (entries.next()) {
            checkMinimum(number, entries.payloadOffset(), entries.payloadLength(), minimum);
            values.add(reader.read(buffer, entries.payloadOffset(), entries.payloadLength()));
        }
        return Collections.unmodifiableList(values);
    }

    /**
     * The innermost payloads of an attribute with levels whose types are data.
     *
     * @param depth number of levels, at least one
     */
    protected final <T> List<Leveled<T>> leaves(int number, int depth, int minimum, PayloadReader<T> reader) {
        List<Leveled<T>> found = new ArrayList<>();
        for (int at : payloadsOf(number)) {
            int size = AttributeHeader.payloadLength(buffer, at - AttributeHeader.SIZE);
            addLeaves(number, new int[depth], 0, at, size, minimum, reader, found);
        }
        return Collections.unmodifiableList(found);
    }

    private <T> void addLeaves(
            int number,
            int[] path,
            int level,
            int at,
            int size,
            int minimum,
            PayloadReader<T> reader,
            List<Leveled<T>> found) {
        AttributeCursor entries = new AttributeCursor().wrap(buffer, at, size);
        while (entries.next()) {
            path[level] = entries.type();
            int inner = entries.payloadOffset();
            if (level + 1 < path.length) {
                addLeaves(number, path, level + 1, inner, entries.payloadLength(), minimum, reader, found);
            } else {
                checkMinimum(number, inner, entries.payloadLength(), minimum);
                List<Integer> levels = Arrays.stream(path).boxed().toList();
                found.add(new Leveled<>(levels, reader.read(buffer, inner, entries.payloadLength())));
            }
        }
    }

    /** The numbers of a C array that all fit an {@code int}; a rest too short for one more is passed over. */
    protected static int[] ints(AttributeKind kind, FieldOrder order, NetlinkBuffer source, int at, int size) {
        return NumberArray.ints(kind, order, source, at, size);
    }

    /** The numbers of a C array; a rest too short for one more is passed over. */
    protected static long[] longs(AttributeKind kind, FieldOrder order, NetlinkBuffer source, int at, int size) {
        return NumberArray.longs(kind, order, source, at, size);
    }

    /**
     * The number itself, if the format of a sub-message is the one asked for.
     *
     * @throws NoSuchElementException if not
     */
    protected final int chosen(int number, boolean isChosen, String format) {
        if (!isChosen) {
            throw new NoSuchElementException("no " + nameOf(number) + " of format " + format + " in " + schema.name());
        }
        return number;
    }

    /** Whether a text attribute is there and says {@code expected}. */
    protected final boolean textIs(int number, String expected) {
        if (!has(number)) {
            return false;
        }
        int at = payloads[number];
        int size = AttributeHeader.payloadLength(buffer, at - AttributeHeader.SIZE);
        int chars = expected.length();
        if (size < chars || size > chars && buffer.u8(at + chars) != 0) {
            return false;
        }
        for (int i = 0; i < chars; i++) {
            if (buffer.u8(at + i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether both hold the same attributes: order counts only among those of one number, or if the set is ordered. */
    protected final boolean sameContent(AttributeReader that) {
        return AttributeContent.of(schema, buffer, offset, length)
                .equals(AttributeContent.of(that.schema, that.buffer, that.offset, that.length));
    }

    /** A hash that fits {@link #sameContent}. */
    protected final int contentHash() {
        return AttributeContent.of(schema, buffer, offset, length).hashCode();
    }

    private String nameOf(int number) {
        AttributeSchema attribute = schema.byNumber(number);
        return attribute == null ? "attribute " + number : attribute.name();
    }
}
