package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * What a number stands for in Java: itself, a value of an enum, or flags.
 *
 * <p>Implementations are immutable.
 */
interface NumberMeaning {

    /** Java type of the meaning. */
    TypeName type(NumberFormat format);

    /** The meaning of a number. */
    CodeBlock fromNumber(CodeBlock number);

    /** The number of a meaning: an {@code int} or {@code long}, whatever its width on the wire. */
    CodeBlock toNumber(CodeBlock meaning);

    /** Whether {@link #toNumber} is a {@code long} even for a narrow format. */
    boolean isLong(NumberFormat format);

    /** The number as the writers take it. */
    default CodeBlock toNarrow(CodeBlock meaning, NumberFormat format) {
        CodeBlock number = toNumber(meaning);
        boolean writerTakesInt = format.kind().bytes() < Integer.BYTES;
        return isLong(format) && writerTakesInt ? CodeBlock.of("(int) $L", number) : number;
    }

    /** A number that is just that. */
    record Plain() implements NumberMeaning {
        @Override
        public TypeName type(NumberFormat format) {
            return format.type();
        }

        @Override
        public CodeBlock fromNumber(CodeBlock number) {
            return number;
        }

        @Override
        public CodeBlock toNumber(CodeBlock meaning) {
            return meaning;
        }

        @Override
        public boolean isLong(NumberFormat format) {
            return !format.isInt();
        }
    }

    /** A value of an open enum. */
    record Enumerated(ClassName enumType) implements NumberMeaning {
        @Override
        public TypeName type(NumberFormat format) {
            return enumType;
        }

        @Override
        public CodeBlock fromNumber(CodeBlock number) {
            return CodeBlock.of("$T.of($L)", enumType, number);
        }

        @Override
        public CodeBlock toNumber(CodeBlock meaning) {
            return CodeBlock.of("$L.value()", meaning);
        }

        @Override
        public boolean isLong(NumberFormat format) {
            return true;
        }
    }

    /** A combination of flags. */
    record Flags(ClassName flagsType) implements NumberMeaning {
        @Override
        public TypeName type(NumberFormat format) {
            return flagsType;
        }

        @Override
        public CodeBlock fromNumber(CodeBlock number) {
            return CodeBlock.of("new $T($L)", flagsType, number);
        }

        @Override
        public CodeBlock toNumber(CodeBlock meaning) {
            return CodeBlock.of("$L.bits()", meaning);
        }

        @Override
        public boolean isLong(NumberFormat format) {
            return true;
        }
    }
}
