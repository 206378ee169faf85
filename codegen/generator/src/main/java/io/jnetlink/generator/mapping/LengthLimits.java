package io.jnetlink.generator.mapping;

import io.jnetlink.spec.ir.Checks;

/**
 * How many bytes a payload may have.
 *
 * <p>Immutable.
 */
record LengthLimits(int min, int max) {

    static LengthLimits of(Checks checks) {
        if (checks.exactLength().isPresent()) {
            return new LengthLimits(
                    checks.exactLength().getAsInt(), checks.exactLength().getAsInt());
        }
        return new LengthLimits(checks.minLength().orElse(0), checks.maxLength().orElse(Integer.MAX_VALUE));
    }

    boolean isEmpty() {
        return min == 0 && max == Integer.MAX_VALUE;
    }
}
