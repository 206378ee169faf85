package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.jnetlink.spec.ir.Checks;
import java.util.OptionalLong;

/**
 * A number, with or without names for its values.
 *
 * @param format the wire
 * @param meaning the Java side
 * @param checks what the kernel allows
 * @param allowedBits bits of the flags mask; empty without one
 * @param orFlag whether requests carry an empty attribute instead: it reads as 1
 */
record NumberMapping(
        NumberFormat format, NumberMeaning meaning, Checks checks, OptionalLong allowedBits, boolean orFlag)
        implements TypeMapping {

    @Override
    public TypeName type(Face face) {
        return meaning.type(format);
    }

    @Override
    public int minimum() {
        return format.minimum();
    }

    @Override
    public CodeBlock read(Face face, int number) {
        CodeBlock plain = format.read(number);
        return meaning.fromNumber(orFlag ? CodeBlock.of("payloadLength($L) == 0 ? 1 : $L", number, plain) : plain);
    }

    @Override
    public CodeBlock payloadReader(Face face) {
        return CodeBlock.of("(buffer, at, size) -> $L", meaning.fromNumber(format.payloadExpression()));
    }

    @Override
    public CodeBlock check(int number, String value) {
        CodeBlock.Builder code = CodeBlock.builder();
        CodeBlock plain = meaning.toNumber(CodeBlock.of("$L", value));
        if (format.isNarrow() || checks.min().isPresent() || checks.max().isPresent()) {
            boolean signedCompare = format.kind().signed() || format.kind().bytes() < Long.BYTES;
            code.addStatement(
                    "$L($L, $L, $L, $L)",
                    signedCompare ? "checkRange" : "checkUnsigned",
                    number,
                    plain,
                    Literals.decimal(checks.min().orElse(format.min())),
                    Literals.decimal(max()));
        }
        if (allowedBits.isPresent()) {
            code.addStatement("checkBits($L, $L, $L)", number, plain, Literals.mask(allowedBits.getAsLong()));
        }
        return code.build();
    }

    private long max() {
        long widest = format.kind().variableWidth() && format.kind().signed() ? Long.MAX_VALUE : format.max();
        return checks.max().orElse(widest);
    }

    @Override
    public CodeBlock put(int number, String value) {
        return append("", CodeBlock.of("$L", number), value);
    }

    @Override
    public CodeBlock append(CodeBlock type, String value) {
        return append("out().", type, value);
    }

    private CodeBlock append(String target, CodeBlock type, String value) {
        CodeBlock plain = meaning.toNarrow(CodeBlock.of("$L", value), format);
        return CodeBlock.builder().addStatement(format.put(target, type, plain)).build();
    }
}
