package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** C structs one behind the other; bytes at their end that make no whole struct are passed over. */
record StructsMapping(ClassName struct, int size) implements TypeMapping {

    @Override
    public TypeName type(Face face) {
        return ParameterizedTypeName.get(ClassName.get(List.class), struct);
    }

    @Override
    public CodeBlock read(Face face, int number) {
        return CodeBlock.of("structs($L, $L, $T::decode)", number, size, struct);
    }

    @Override
    public CodeBlock payloadReader(Face face) {
        return CodeBlock.of("(buffer, at, length) -> structs($L, $T::decode, buffer, at, length)", size, struct);
    }

    @Override
    public CodeBlock check(int number, String value) {
        return CodeBlock.of("");
    }

    @Override
    public CodeBlock put(int number, String value) {
        return CodeBlock.builder()
                .addStatement("putStructs($L, $L)", number, value)
                .build();
    }

    @Override
    public CodeBlock append(CodeBlock type, String value) {
        return CodeBlock.builder()
                .addStatement("appendStructs($L, $L)", type, value)
                .build();
    }
}
