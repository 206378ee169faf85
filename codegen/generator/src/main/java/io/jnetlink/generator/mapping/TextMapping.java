package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * Text in UTF-8.
 *
 * @param terminated whether a NUL is sent behind it
 */
record TextMapping(LengthLimits limits, boolean terminated) implements TypeMapping {

    @Override
    public TypeName type(Face face) {
        return ClassName.get(String.class);
    }

    @Override
    public CodeBlock read(Face face, int number) {
        return CodeBlock.of("text($L)", number);
    }

    @Override
    public CodeBlock payloadReader(Face face) {
        return CodeBlock.of("(buffer, at, size) -> buffer.text(at, size)");
    }

    @Override
    public CodeBlock check(int number, String value) {
        return CodeBlock.builder()
                .addStatement("checkText($L, $L, $L, $L)", number, value, limits.min(), Lengths.upper(limits.max()))
                .build();
    }

    @Override
    public CodeBlock put(int number, String value) {
        return CodeBlock.builder()
                .addStatement("putText($L, $L, $L)", number, value, terminated)
                .build();
    }

    @Override
    public CodeBlock append(CodeBlock type, String value) {
        return CodeBlock.builder()
                .addStatement("out().putText($L, $L, $L)", type, value, terminated)
                .build();
    }
}
