package io.jnetlink.message;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.AttributeHeader;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import io.jnetlink.wire.RawAttribute;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes attributes in the order in which they are set; the parent of generated builders.
 *
 * <p>Not thread-safe. Setting an attribute again takes the earlier one out. While a nest is being filled only its own
 * builder may be used.
 */
public abstract class AttributeBuilder {

    private final AttributeSet schema;
    private final MessageWriter out;
    private final int start;
    /** Numbers that were set, modulo 64: a clear bit says surely that there is nothing to take out. */
    private long seen;

    private boolean nestOpen;

    /**
     * @param schema the set that is written
     * @param out where to; the attributes start at its present end
     */
    protected AttributeBuilder(AttributeSet schema, MessageWriter out) {
        this.schema = schema;
        this.out = out;
        this.start = out.length();
    }

    /** What was written so far, as bytes of its own. */
    protected final byte[] writtenBytes() {
        checkNestClosed();
        return out.buffer().bytes(start, out.length() - start);
    }

    /** Where it is written to. */
    protected final MessageWriter out() {
        return out;
    }

    /** Appends the attributes of another list as they are. */
    protected final void putAll(AttributeReader attributes) {
        checkNestClosed();
        attributes.writeTo(out);
        seen = -1;
    }

    /** Appends an attribute that the spec has no name for. */
    protected final void putRaw(RawAttribute attribute) {
        prepare(attribute.type());
        out.putBytes(attribute.rawType(), attribute.payload());
    }

    /** One more attribute byte for byte: earlier ones of its number stay. */
    protected final void addRaw(RawAttribute attribute) {
        adding(attribute.type());
        out.putBytes(attribute.rawType(), attribute.payload());
    }

    /** Takes an attribute out again, if it is there. */
    protected final void remove(int number) {
        prepare(number);
    }

    /** Whether an attribute was set. */
    protected final boolean isSet(int number) {
        return find(number) >= 0;
    }

    /** Empty attribute, or none. */
    protected final void putFlag(int number, boolean on) {
        prepare(number);
        if (on) {
            out.putFlag(number);
        }
    }

    /** One more empty attribute: earlier ones stay. */
    protected final void addFlag(int number) {
        adding(number);
        out.putFlag(number);
    }

    /** Eight bits; the generated setter has checked the range. */
    protected final void putU8(int number, int value) {
        prepare(number);
        out.putU8(number, value);
    }

    /** Sixteen bits; the generated setter has checked the range. */
    protected final void putU16(int number, int value, ByteOrder order) {
        prepare(number);
        out.putU16(number, value, order);
    }

    /** Thirty-two bits; the generated setter has checked the range. */
    protected final void putU32(int number, long value, ByteOrder order) {
        prepare(number);
        out.putU32(number, value, order);
    }

    /** Sixty-four bits. */
    protected final void putU64(int number, long value, ByteOrder order) {
        prepare(number);
        out.putU64(number, value, order);
    }

    /** Unsigned: four bytes if they hold it, else eight. */
    protected final void putUint(int number, long value) {
        putUint(number, value, ByteOrder.nativeOrder());
    }

    /** Unsigned: four bytes if they hold it, else eight. */
    protected final void putUint(int number, long value, ByteOrder order) {
        prepare(number);
        out.putUint(number, value, order);
    }

    /** Signed: four bytes if they hold it, else eight. */
    protected final void putSint(int number, long value) {
        putSint(number, value, ByteOrder.nativeOrder());
    }

    /** Signed: four bytes if they hold it, else eight. */
    protected final void putSint(int number, long value, ByteOrder order) {
        prepare(number);
        out.putSint(number, value, order);
    }

    /** Text in UTF-8, with a NUL behind it if {@code terminated}. */
    protected final void putText(int number, String value, boolean terminated) {
        if (value.indexOf('\0') >= 0) {
            throw invalid(number, "\"" + value + "\"", "must not contain NUL");
        }
        prepare(number);
        out.putText(number, value, terminated);
    }

    /** Bytes. */
    protected final void putBytes(int number, byte[] value) {
        prepare(number);
        out.putBytes(number, value);
    }

    /** A link-layer address. */
    protected final void putHardwareAddress(int number, HardwareAddress value) {
        putBytes(number, value.toByteArray());
    }

    /** An IP address; {@code size} is 4, 16, or 0 where both fit. */
    protected final void putIpAddress(int number, IpAddress value, int size) {
        checkIpAddress(number, value, size);
        putBytes(number, value.toByteArray());
    }

    /** A C struct. */
    protected final void putStruct(int number, StructValue value) {
        prepare(number);
        appendStruct(number, value);
    }

    /** A C struct behind all that was written, with earlier ones left in place. */
    protected final void appendStruct(int type, StructValue value) {
        int mark = out.begin(type);
        value.writeTo(out);
        out.end(mark);
    }

    /** C structs one behind the other. */
    protected final void putStructs(int number, List<? extends StructValue> values) {
        prepare(number);
        appendStructs(number, values);
    }

    /** C structs one behind the other, behind all that was written, with earlier attributes left in place. */
    protected final void appendStructs(int type, List<? extends StructValue> values) {
        int mark = out.begin(type);
        values.forEach(value -> value.writeTo(out));
        out.end(mark);
    }

    /** The bytes of a C array of numbers, which were checked to fit. */
    protected static byte[] packed(AttributeKind kind, FieldOrder order, int... numbers) {
        return NumberArray.packed(kind, order, numbers);
    }

    /** The bytes of a C array of numbers, which were checked to fit. */
    protected static byte[] packed(AttributeKind kind, FieldOrder order, long... numbers) {
        return NumberArray.packed(kind, order, numbers);
    }

    /** A nest that is ready. */
    protected final void putNest(int number, AttributeReader value, boolean flagged) {
        int mark = beginNest(number, flagged);
        value.writeTo(out);
        endNest(mark);
    }

    /** A nest that is ready, behind all that was written, with earlier ones left in place. */
    protected final void appendNest(int type, AttributeReader value, boolean flagged) {
        int mark = out.begin(flagged ? type | AttributeHeader.NESTED : type);
        value.writeTo(out);
        out.end(mark);
    }

    /** Notes that one more of an attribute is going to be written to {@link #out()}: earlier ones stay. */
    protected final void adding(int number) {
        checkNestClosed();
        seen |= 1L << number;
    }

    /**
     * Starts an attribute inside an open nest whose type is data.
     *
     * @return a mark for {@link MessageWriter#end}
     */
    protected final int beginLevel(int type, boolean flagged) {
        return out.begin(flagged ? type | AttributeHeader.NESTED : type);
    }

    /**
     * Makes sure that a text attribute says what the format of a sub-message needs: sets it unless it is set.
     *
     * @throws InvalidFieldException if it is set to something else
     */
    protected final void select(int number, String value, boolean terminated) {
        int at = find(number);
        if (at < 0) {
            putText(number, value, terminated);
            return;
        }
        NetlinkBuffer buffer = out.buffer();
        String present = buffer.text(at + AttributeHeader.SIZE, AttributeHeader.payloadLength(buffer, at));
        if (!present.equals(value)) {
            throw invalid(number, "\"" + present + "\"", "must be \"" + value + "\" for this format");
        }
    }

    /**
     * Whether a numeric attribute still has to be set to what the format of a sub-message needs.
     *
     * @param name the value's name in the spec
     * @throws InvalidFieldException if it is set to something else
     */
    protected final boolean needsSelector(int number, long value, String name) {
        int at = find(number);
        if (at < 0) {
            return true;
        }
        AttributeSchema selector = schema.byNumber(number);
        NetlinkBuffer buffer = out.buffer();
        int size = AttributeHeader.payloadLength(buffer, at);
        if (selector != null && size >= selector.kind().minimumLength()) {
            long present = Numbers.read(selector.kind(), selector.byteOrder(), buffer, at + AttributeHeader.SIZE, size);
            if (present != value) {
                throw invalid(number, present, "must be " + value + " (" + name + ") for this format");
            }
        }
        return false;
    }

    /** One more of an attribute that may stand several times: earlier ones stay. */
    protected final void addBytes(int number, byte[] value) {
        checkNestClosed();
        seen |= 1L << number;
        out.putBytes(number, value);
    }

    /** One more nest of an attribute that may stand several times: earlier ones stay. */
    protected final int beginAdditionalNest(int number, boolean flagged) {
        checkNestClosed();
        seen |= 1L << number;
        return open(number, flagged);
    }

    /**
     * Starts a nest, in place of an earlier one.
     *
     * @param flagged whether its type carries the nested bit
     * @return a mark for {@link #endNest}
     */
    protected final int beginNest(int number, boolean flagged) {
        prepare(number);
        return open(number, flagged);
    }

    /** Closes the nest started last. */
    protected final void endNest(int mark) {
        nestOpen = false;
        out.end(mark);
    }

    /** Refuses a number outside a range. */
    protected final void checkRange(int number, long value, long min, long max) {
        if (value < min || value > max) {
            FieldCheck.range(nameOf(number), value, min, max);
        }
    }

    /** Refuses an unsigned 64-bit number outside a range. */
    protected final void checkUnsigned(int number, long value, long min, long max) {
        FieldCheck.unsigned(nameOf(number), value, min, max);
    }

    /** Refuses bits outside a mask. */
    protected final void checkBits(int number, long value, long allowed) {
        FieldCheck.bits(nameOf(number), value, allowed);
    }

    /** Refuses a length outside a range; {@link Integer#MAX_VALUE} is no upper bound. */
    protected final void checkLength(int number, int length, int min, int max) {
        FieldCheck.length(nameOf(number), length, min, max);
    }

    /** Refuses text with a NUL in it, or with a length in UTF-8 outside a range. */
    protected final void checkText(int number, String value, int min, int max) {
        FieldCheck.text(nameOf(number), value, min, max);
    }

    /** Refuses an address of the other family; {@code size} is 4, 16, or 0 where both fit. */
    protected final void checkIpAddress(int number, IpAddress value, int size) {
        if (size != 0 && value.isV4() != (size == 4)) {
            throw invalid(number, value, size == 4 ? "must be an IPv4 address" : "must be an IPv6 address");
        }
    }

    /** A refusal that names set and attribute. */
    protected final InvalidFieldException invalid(int number, Object value, String rule) {
        return new InvalidFieldException(nameOf(number), value, rule);
    }

    private String nameOf(int number) {
        AttributeSchema attribute = schema.byNumber(number);
        return schema.name() + "." + (attribute == null ? Integer.toString(number) : attribute.name());
    }

    private int open(int number, boolean flagged) {
        nestOpen = true;
        return out.begin(flagged ? number | AttributeHeader.NESTED : number);
    }

    private void prepare(int number) {
        checkNestClosed();
        long bit = 1L << number;
        if ((seen & bit) != 0) {
            int found;
            while ((found = find(number)) >= 0) {
                out.remove(found, MessageHeader.align(AttributeHeader.length(out.buffer(), found)));
            }
        }
        seen |= bit;
    }

    private int find(int number) {
        checkNestClosed();
        NetlinkBuffer buffer = out.buffer();
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, start, out.length() - start);
        while (cursor.next()) {
            if (cursor.type() == number) {
                return cursor.offset();
            }
        }
        return -1;
    }

    private void checkNestClosed() {
        if (nestOpen) {
            throw new IllegalStateException("a nest of " + schema.name() + " is still being filled");
        }
    }
}
