package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.map.NumberFormat;
import io.jnetlink.message.FieldCheck;
import io.jnetlink.spec.ir.Checks;
import java.util.OptionalLong;

/**
 * The numbers that a field takes.
 *
 * <p>Immutable.
 *
 * @param field how messages name the field
 * @param format the wire
 * @param min least value
 * @param max greatest value; unsigned 64 bits compare as such
 * @param bits bits that may be set, if not all
 */
record NumberRule(String field, NumberFormat format, long min, long max, OptionalLong bits) {

    static NumberRule of(String field, NumberFormat format, Checks checks, OptionalLong bits) {
        return new NumberRule(
                field, format, checks.min().orElse(format.min()), checks.max().orElse(format.max()), bits);
    }

    /** Whether a Java type holds all allowed values. */
    boolean fits(Class<?> type) {
        if (type == long.class) {
            return true;
        } else if (format.isUnsignedLong() && Long.compareUnsigned(max, Integer.MAX_VALUE) > 0) {
            return false;
        }
        return min >= least(type) && max <= greatest(type);
    }

    /** How messages say which values there are. */
    String describe() {
        boolean unsigned = format.isUnsignedLong();
        return format.kind().specName() + " "
                + (unsigned ? Long.toUnsignedString(min) : Long.toString(min))
                + ".."
                + (unsigned ? Long.toUnsignedString(max) : Long.toString(max));
    }

    /** Code that refuses what may not be sent. */
    void check(Code code, Local value) {
        Class<?> type = value.type();
        boolean unsigned = format.isUnsignedLong();
        boolean all =
                unsigned ? min == 0 && max == -1 && type == long.class : min <= least(type) && max >= greatest(type);
        if (!all) {
            code.push(field)
                    .load(value)
                    .convert(type, long.class)
                    .push(min)
                    .push(max)
                    .call(
                            FieldCheck.class,
                            unsigned ? "unsigned" : "range",
                            String.class,
                            long.class,
                            long.class,
                            long.class);
        }
        if (bits.isPresent()) {
            code.push(field)
                    .load(value)
                    .convert(type, long.class)
                    .push(bits.getAsLong())
                    .call(FieldCheck.class, "bits", String.class, long.class, long.class);
        }
    }

    private static long least(Class<?> type) {
        if (type == byte.class) {
            return Byte.MIN_VALUE;
        } else if (type == short.class) {
            return Short.MIN_VALUE;
        }
        return type == int.class ? Integer.MIN_VALUE : Long.MIN_VALUE;
    }

    private static long greatest(Class<?> type) {
        if (type == byte.class) {
            return Byte.MAX_VALUE;
        } else if (type == short.class) {
            return Short.MAX_VALUE;
        }
        return type == int.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }
}
