package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** Bytes without a meaning that the spec would tell. */
record BytesMapping(LengthLimits limits) implements TypeMapping {

    @Override
    public TypeName type(Face face) {
        return ArrayTypeName.of(TypeName.BYTE);
    }

    @Override
    public CodeBlock read(Face face, int number) {
        return CodeBlock.of("bytes($L)", number);
    }

    @Override
    public CodeBlock payloadReader(Face face) {
        return CodeBlock.of("(buffer, at, size) -> buffer.bytes(at, size)");
    }

    @Override
    public CodeBlock check(int number, String value) {
        return Lengths.check(limits, number, CodeBlock.of("$L.length", value));
    }

    @Override
    public CodeBlock put(int number, String value) {
        return CodeBlock.builder()
                .addStatement("putBytes($L, $L)", number, value)
                .build();
    }

    @Override
    public CodeBlock append(CodeBlock type, String value) {
        return CodeBlock.builder()
                .addStatement("out().putBytes($L, $L)", type, value)
                .build();
    }
}
