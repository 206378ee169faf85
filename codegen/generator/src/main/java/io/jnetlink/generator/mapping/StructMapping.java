package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** A C struct; a shorter one reads as zero-filled, since older kernels send less. */
record StructMapping(ClassName struct, ClassName view) implements TypeMapping {

    @Override
    public TypeName type(Face face) {
        return struct;
    }

    @Override
    public CodeBlock read(Face face, int number) {
        return CodeBlock.of("read($L, 0, $T::decode)", number, struct);
    }

    @Override
    public CodeBlock payloadReader(Face face) {
        return CodeBlock.of("$T::decode", struct);
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
