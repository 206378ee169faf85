package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.jnetlink.generator.naming.CoreTypes;

/** A C array of numbers; bytes at its end that make no whole number are passed over. */
record NumbersMapping(NumberFormat element, LengthLimits limits) implements TypeMapping {

    @Override
    public TypeName type(Face face) {
        return ArrayTypeName.of(element.type());
    }

    @Override
    public CodeBlock read(Face face, int number) {
        return CodeBlock.of("read($L, 0, $L)", number, payloadReader(face));
    }

    @Override
    public CodeBlock payloadReader(Face face) {
        return CodeBlock.of(
                "(buffer, at, size) -> $L($T.$L, $L, buffer, at, size)",
                element.isInt() ? "ints" : "longs",
                CoreTypes.ATTRIBUTE_KIND,
                element.kind().name(),
                Literals.fieldOrder(element.order()));
    }

    @Override
    public CodeBlock check(int number, String value) {
        CodeBlock bytes = element.kind().bytes() == 1
                ? CodeBlock.of("$L.length", value)
                : CodeBlock.of("$L * $L.length", element.kind().bytes(), value);
        CodeBlock.Builder code = CodeBlock.builder().add(Lengths.check(limits, number, bytes));
        if (element.isNarrow()) {
            code.beginControlFlow("for ($T element : $L)", element.type(), value)
                    .addStatement(
                            "checkRange($L, element, $L, $L)",
                            number,
                            Literals.decimal(element.min()),
                            Literals.decimal(element.max()))
                    .endControlFlow();
        }
        return code.build();
    }

    @Override
    public CodeBlock put(int number, String value) {
        return CodeBlock.builder()
                .addStatement("putBytes($L, $L)", number, packed(value))
                .build();
    }

    @Override
    public CodeBlock append(CodeBlock type, String value) {
        return CodeBlock.builder()
                .addStatement("out().putBytes($L, $L)", type, packed(value))
                .build();
    }

    private CodeBlock packed(String value) {
        return CodeBlock.of(
                "packed($T.$L, $L, $L)",
                CoreTypes.ATTRIBUTE_KIND,
                element.kind().name(),
                Literals.fieldOrder(element.order()),
                value);
    }
}
