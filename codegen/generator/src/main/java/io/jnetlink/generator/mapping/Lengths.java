package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;

/** Code that checks lengths. */
final class Lengths {

    private Lengths() {}

    /** A statement, or nothing where all lengths are allowed. */
    static CodeBlock check(LengthLimits limits, int number, CodeBlock length) {
        return limits.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.builder()
                        .addStatement("checkLength($L, $L, $L, $L)", number, length, limits.min(), upper(limits.max()))
                        .build();
    }

    /** An upper bound. */
    static CodeBlock upper(int max) {
        return max == Integer.MAX_VALUE ? CodeBlock.of("$T.MAX_VALUE", Integer.class) : CodeBlock.of("$L", max);
    }
}
