package io.jnetlink.property.uapi;

import java.util.Optional;

/**
 * What a spec says about one constant expression of C.
 *
 * <p>Immutable.
 *
 * @param place where in the spec it stands
 * @param expression the expression
 * @param value its value by the spec
 * @param since first kernel release that has it, if the spec says so
 */
record UapiConstant(String place, String expression, long value, Optional<KernelVersion> since) {

    /** Whether a value computed by a C compiler is the spec's. In C, 1 << 31 is negative; in specs it is not. */
    boolean agreesWith(long compiled) {
        return value == compiled
                || compiled < 0 && Integer.toUnsignedLong((int) compiled) == value
                || value < 0 && Integer.toUnsignedLong((int) value) == compiled;
    }

    @Override
    public String toString() {
        return expression + " = " + value + " (" + place
                + since.map(s -> ", since " + s).orElse("") + ")";
    }
}
