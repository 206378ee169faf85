package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.jnetlink.generator.naming.CoreTypes;

/** Value and mask in one. */
record Bitfield32Mapping() implements TypeMapping {

    private static final int SIZE = 8;

    @Override
    public TypeName type(Face face) {
        return CoreTypes.BITFIELD32;
    }

    @Override
    public int minimum() {
        return SIZE;
    }

    @Override
    public CodeBlock read(Face face, int number) {
        return CodeBlock.of("read($L, $L, $T::decode)", number, SIZE, CoreTypes.BITFIELD32);
    }

    @Override
    public CodeBlock payloadReader(Face face) {
        return CodeBlock.of("$T::decode", CoreTypes.BITFIELD32);
    }

    @Override
    public CodeBlock check(int number, String value) {
        return CodeBlock.of("");
    }

    @Override
    public CodeBlock put(int number, String value) {
        return CodeBlock.builder()
                .addStatement("putStruct($L, $L)", number, value)
                .build();
    }

    @Override
    public CodeBlock append(CodeBlock type, String value) {
        return CodeBlock.builder()
                .addStatement("appendStruct($L, $L)", type, value)
                .build();
    }
}
