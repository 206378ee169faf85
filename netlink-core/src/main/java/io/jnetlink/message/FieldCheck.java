package io.jnetlink.message;

import io.jnetlink.wire.InvalidFieldException;
import java.nio.charset.StandardCharsets;

/** Refuses values that a field on the wire cannot carry, in one wording. Stateless. */
public final class FieldCheck {

    private FieldCheck() {}

    /**
     * A number, both bounds included.
     *
     * @throws InvalidFieldException if it lies outside
     */
    public static void range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new InvalidFieldException(field, value, "must be " + min + ".." + max);
        }
    }

    /**
     * An unsigned 64-bit number, both bounds included.
     *
     * @throws InvalidFieldException if it lies outside
     */
    public static void unsigned(String field, long value, long min, long max) {
        if (Long.compareUnsigned(value, min) < 0 || Long.compareUnsigned(value, max) > 0) {
            throw new InvalidFieldException(
                    field,
                    Long.toUnsignedString(value),
                    "must be " + Long.toUnsignedString(min) + ".." + Long.toUnsignedString(max));
        }
    }

    /**
     * A combination of bits.
     *
     * @throws InvalidFieldException if one outside {@code allowed} is set
     */
    public static void bits(String field, long value, long allowed) {
        if ((value & ~allowed) != 0) {
            throw new InvalidFieldException(
                    field, "0x" + Long.toHexString(value), "must have no bits outside 0x" + Long.toHexString(allowed));
        }
    }

    /**
     * A number of bytes that is fixed.
     *
     * @throws InvalidFieldException if there are more or fewer
     */
    public static void length(String field, int length, int exact) {
        length(field, length, exact, exact);
    }

    /**
     * A number of bytes, both bounds included; {@link Integer#MAX_VALUE} is no bound.
     *
     * @throws InvalidFieldException if it lies outside
     */
    public static void length(String field, int length, int min, int max) {
        if (length < min || length > max) {
            throw new InvalidFieldException(field, length + " bytes", "must have " + bounds(min, max) + " bytes");
        }
    }

    /**
     * Text, whose bytes in UTF-8 are counted without a NUL behind it.
     *
     * @throws InvalidFieldException if it holds a NUL or its length lies outside
     */
    public static void text(String field, String value, int min, int max) {
        if (value.indexOf('\0') >= 0) {
            throw new InvalidFieldException(field, "\"" + value + "\"", "must not contain NUL");
        }
        length(field, value.getBytes(StandardCharsets.UTF_8).length, min, max);
    }

    private static String bounds(int min, int max) {
        if (min == max) {
            return "exactly " + min;
        } else if (max == Integer.MAX_VALUE) {
            return "at least " + min;
        }
        return min == 0 ? "at most " + max : min + ".." + max;
    }
}
