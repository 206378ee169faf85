package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.spec.ir.WireOrder;

/** Literals as a person would write them. */
public final class Literals {

    private Literals() {}

    /** In decimal, with {@code L} where an {@code int} does not hold it. */
    public static CodeBlock decimal(long value) {
        return value == (int) value ? CodeBlock.of("$L", value) : CodeBlock.of("$LL", value);
    }

    /** A mask: in hexadecimal unless it is small. */
    public static CodeBlock mask(long value) {
        if (value >= 0 && value < 10) {
            return CodeBlock.of("$L", value);
        }
        String suffix = value >= 0 && value <= Integer.MAX_VALUE ? "" : "L";
        return CodeBlock.of("0x$L$L", Long.toHexString(value), suffix);
    }

    /** A constant of {@code FieldOrder}. */
    public static CodeBlock fieldOrder(WireOrder order) {
        String name = switch (order) {
            case HOST -> "HOST";
            case BIG_ENDIAN -> "BIG";
            case LITTLE_ENDIAN -> "LITTLE";
        };
        return CodeBlock.of("$T.$L", CoreTypes.FIELD_ORDER, name);
    }
}
