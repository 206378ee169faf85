package io.jnetlink.dynamic.bind;

import io.jnetlink.message.FieldCheck;
import io.jnetlink.spec.ir.Checks;

/**
 * How many bytes a field takes.
 *
 * <p>Immutable.
 *
 * @param field how messages name the field
 * @param min fewest
 * @param max most; {@link Integer#MAX_VALUE} for no bound
 */
record LengthRule(String field, int min, int max) {

    static LengthRule of(String field, Checks checks) {
        if (checks.exactLength().isPresent()) {
            int exact = checks.exactLength().getAsInt();
            return new LengthRule(field, exact, exact);
        }
        return new LengthRule(
                field, checks.minLength().orElse(0), checks.maxLength().orElse(Integer.MAX_VALUE));
    }

    /** Code that refuses a wrong number of bytes. */
    void check(Code code, Runnable pushLength) {
        if (min > 0 || max < Integer.MAX_VALUE) {
            code.push(field);
            pushLength.run();
            code.push(min).push(max).call(FieldCheck.class, "length", String.class, int.class, int.class, int.class);
        }
    }

    /** Code that refuses text that is too long, or has a NUL in it. */
    void checkText(Code code, Local value) {
        code.push(field)
                .load(value)
                .push(min)
                .push(max)
                .call(FieldCheck.class, "text", String.class, String.class, int.class, int.class);
    }
}
