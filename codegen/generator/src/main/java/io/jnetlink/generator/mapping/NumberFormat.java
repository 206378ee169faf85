package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.WireOrder;
import java.nio.ByteOrder;

/**
 * A number on the wire, and the Java primitive that holds all its values.
 *
 * <p>Immutable. 8 and 16 bits and signed 32 become {@code int}; all others {@code long}.
 */
record NumberFormat(ScalarKind kind, WireOrder order) {

    TypeName type() {
        return isInt() ? TypeName.INT : TypeName.LONG;
    }

    boolean isInt() {
        return kind.bytes() < Integer.BYTES || kind == ScalarKind.S32;
    }

    /** Fewest bytes of a payload. */
    int minimum() {
        return kind.variableWidth() ? Integer.BYTES : kind.bytes();
    }

    /** Whether the Java type has values that the wire type lacks. */
    boolean isNarrow() {
        return kind.bytes() < Integer.BYTES || kind == ScalarKind.U32;
    }

    long min() {
        return kind.signed() ? -1L << 8 * kind.bytes() - 1 : 0;
    }

    long max() {
        int bits = 8 * kind.bytes() - (kind.signed() ? 1 : 0);
        return bits == Long.SIZE ? -1 : (1L << bits) - 1;
    }

    /** By attribute number, within a reader. */
    CodeBlock read(int number) {
        return CodeBlock.of("$L($L$L)", method(), number, orderArgument());
    }

    /** By offset, within a struct view. */
    CodeBlock readMember(int offset) {
        return read(offset);
    }

    /** A lambda from buffer, offset and length. */
    CodeBlock payloadExpression() {
        CodeBlock wide = bufferRead("s64");
        return switch (kind) {
            case UINT -> CodeBlock.of("size >= $T.BYTES ? $L : $L", Long.class, wide, bufferRead("u32"));
            case SINT -> CodeBlock.of("size >= $T.BYTES ? $L : $L", Long.class, wide, bufferRead("s32"));
            default -> bufferRead(method());
        };
    }

    /** Appends to a writer, or puts through a builder; {@code target} ends with a dot or is empty. */
    CodeBlock put(String target, CodeBlock type, CodeBlock value) {
        CodeBlock orderOfAll = kind.bytes() == 1
                ? CodeBlock.of("")
                : CodeBlock.of(
                        ", $L",
                        order == WireOrder.HOST ? CodeBlock.of("$T.nativeOrder()", ByteOrder.class) : orderConstant());
        return CodeBlock.of("$L$L($L, $L$L)", target, putMethod(), type, value, orderOfAll);
    }

    /** Writes at a place of a buffer: {@code out.putU16(at + 2, value, order)}. */
    CodeBlock putAt(String buffer, CodeBlock at, CodeBlock value) {
        return CodeBlock.of("$L.$L($L, $L$L)", buffer, putMethod(), at, value, orderArgument());
    }

    private CodeBlock bufferRead(String method) {
        // The buffer has no signed 16-bit getter without an order.
        CodeBlock argument = kind == ScalarKind.S16 && order == WireOrder.HOST
                ? CodeBlock.of(", buffer.hostOrder()")
                : orderArgument();
        return CodeBlock.of("buffer.$L(at$L)", method, argument);
    }

    private String method() {
        return kind == ScalarKind.U64 ? "s64" : kind.specName();
    }

    private String putMethod() {
        return switch (kind) {
            case U8, S8 -> "putU8";
            case U16, S16 -> "putU16";
            case U32, S32 -> "putU32";
            case U64, S64 -> "putU64";
            case UINT, SINT -> "put" + kind.name().charAt(0) + kind.specName().substring(1);
        };
    }

    private CodeBlock orderArgument() {
        return order == WireOrder.HOST || kind.bytes() == 1 ? CodeBlock.of("") : CodeBlock.of(", $L", orderConstant());
    }

    private CodeBlock orderConstant() {
        return CodeBlock.of("$T.$L", ByteOrder.class, order.name());
    }
}
