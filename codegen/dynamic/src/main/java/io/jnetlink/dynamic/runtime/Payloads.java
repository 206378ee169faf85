package io.jnetlink.dynamic.runtime;

import io.jnetlink.message.FieldCheck;
import io.jnetlink.message.Leveled;
import io.jnetlink.wire.AttributeHeader;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps of reading and writing that bound classes share. Stateless. */
public final class Payloads {

    /** Deeper nests than any kernel interface has. */
    private static final int MAX_DEPTH = 32;

    private Payloads() {}

    /**
     * Length of the attribute at {@code at}, header included.
     *
     * @throws MalformedMessageException if it is shorter than its own header or longer than what is left
     */
    public static int attributeLength(NetlinkBuffer buffer, int at, int end) {
        int length = AttributeHeader.length(buffer, at);
        if (length < AttributeHeader.SIZE || length > end - at) {
            throw new MalformedMessageException(
                    "attribute " + AttributeHeader.type(buffer, at) + " claims " + length + " bytes of " + (end - at)
                            + " left",
                    at);
        }
        return length;
    }

    /** Refuses a payload that is too short. */
    public static void need(int minimum, int size, int at, String name) {
        if (size < minimum) {
            throw new MalformedMessageException("expected " + minimum + " bytes, got " + size, at).inside(name);
        }
    }

    /** Refuses a body that is shorter than its fixed header. */
    public static void needHeader(int header, int length, int offset) {
        if (length < header) {
            throw new MalformedMessageException("fixed header needs " + header + " bytes, got " + length, offset);
        }
    }

    /** Refuses nests that a sender made deeper than they ever are. */
    public static void checkDepth(int depth, int offset) {
        if (depth > MAX_DEPTH) {
            throw new MalformedMessageException("more than " + MAX_DEPTH + " levels of nests", offset);
        }
    }

    /**
     * Says which attributes are missing.
     *
     * @param names attributes that the value cannot do without, joined by blanks
     * @param seen a bit for each that came
     */
    public static MalformedMessageException missing(String names, long seen, String type, int offset) {
        String[] all = names.split(" ");
        StringBuilder missing = new StringBuilder();
        for (int i = 0; i < all.length; i++) {
            if ((seen & 1L << i) == 0) {
                missing.append(missing.length() == 0 ? "" : ", ").append(all[i]);
            }
        }
        return new MalformedMessageException("no " + missing + ", which " + type + " cannot do without", offset);
    }

    /** Unsigned, four or eight bytes. */
    public static long uint(NetlinkBuffer buffer, int at, int size, ByteOrder order) {
        return size >= Long.BYTES ? buffer.s64(at, order) : buffer.u32(at, order);
    }

    /** Signed, four or eight bytes. */
    public static long sint(NetlinkBuffer buffer, int at, int size, ByteOrder order) {
        return size >= Long.BYTES ? buffer.s64(at, order) : buffer.s32(at, order);
    }

    /** Narrows a number whose allowed values fit, though those of its wire type need not. */
    public static int narrow(long value, int at, String name) {
        if (value != (int) value) {
            throw new MalformedMessageException(value + " does not fit an int", at).inside(name);
        }
        return (int) value;
    }

    /** Whether a number means yes. */
    public static boolean isSet(int value) {
        return value != 0;
    }

    /** A struct that is shorter than expected, with zeros in place of what is missing. */
    public static NetlinkBuffer extended(NetlinkBuffer buffer, int at, int size, int expected) {
        NetlinkBuffer whole = NetlinkBuffer.wrap(new byte[expected], buffer.hostOrder());
        whole.putBytes(0, buffer, at, size);
        return whole;
    }

    /** An address: sixteen bytes if there are as many, else four. */
    public static IpAddress ipAddress(NetlinkBuffer buffer, int at, int size) {
        return IpAddress.of(buffer.bytes(at, size >= 16 ? 16 : 4));
    }

    /** Refuses an address of the other family; {@code size} is 4, 16, or 0 where both fit. */
    public static void checkAddress(String field, IpAddress value, int size) {
        if (size != 0 && value.isV4() != (size == 4)) {
            throw new InvalidFieldException(
                    field, value, size == 4 ? "must be an IPv4 address" : "must be an IPv6 address");
        }
    }

    /** Writes text into zeroed bytes of a struct. */
    public static void putText(NetlinkBuffer buffer, int at, int size, String field, String value) {
        FieldCheck.text(field, value, 0, size);
        buffer.putBytes(at, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes of a fixed number into a struct. */
    public static void putBytes(NetlinkBuffer buffer, int at, int size, String field, byte[] value) {
        FieldCheck.length(field, value.length, size);
        buffer.putBytes(at, value);
    }

    /** Whether a payload is this text. */
    public static boolean textIs(NetlinkBuffer buffer, int at, int size, String expected) {
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

    /**
     * Whether a selector still has to be written for the format that follows.
     *
     * @throws InvalidFieldException if it says something else
     */
    public static boolean needsSelector(String field, @Nullable String present, String format) {
        if (present != null && !present.equals(format)) {
            throw new InvalidFieldException(field, "\"" + present + "\"", "must be \"" + format + "\" for this format");
        }
        return present == null;
    }

    /** One level of a leaf, checked to be an attribute type. */
    public static int level(String field, Leveled<?> leaf, int level, int depth) {
        if (leaf.levels().size() != depth) {
            throw new InvalidFieldException(field, leaf.levels(), "must have " + depth + " levels");
        }
        int type = leaf.levels().get(level);
        FieldCheck.range(field, type, 0, AttributeHeader.TYPE_MASK);
        return type;
    }

    /** A leaf with the types of the levels around it. */
    public static Leveled<?> leaf(int[] levels, Object value) {
        return new Leveled<>(Arrays.stream(levels).boxed().toList(), value);
    }

    /** A list as a value: unmodifiable, and empty instead of missing. */
    public static <T> List<T> finished(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(list);
    }

    /** Says that a number has no constant. */
    public static MalformedMessageException unlisted(long value, String enumName, int at, String name) {
        return new MalformedMessageException(value + " has no constant in " + enumName, at).inside(name);
    }

    /** Says that a constant has no number. */
    public static InvalidFieldException unsendable(String field, Object constant) {
        return new InvalidFieldException(field, constant, "must be a constant with a number");
    }
}
