package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * Attributes of another set.
 *
 * @param value its value class
 * @param reader its reader class
 * @param view its view class
 * @param flagged whether it is sent with the nested bit
 * @param foreign whether these classes stand in another package, so that only their public methods can be used
 */
record NestMapping(ClassName value, ClassName reader, ClassName view, boolean flagged, boolean foreign)
        implements TypeMapping {

    @Override
    public TypeName type(Face face) {
        return switch (face) {
            case READER -> reader;
            case VALUE -> value;
            case VIEW -> view;
        };
    }

    @Override
    public boolean differsByFace() {
        return true;
    }

    @Override
    public CodeBlock read(Face face, int number) {
        return CodeBlock.of("read($L, 0, $L)", number, payloadReader(face));
    }

    @Override
    public CodeBlock payloadReader(Face face) {
        return face == Face.VALUE
                ? CodeBlock.of(foreign ? "$T::decode" : "$T::new", value)
                : CodeBlock.of("(buffer, at, size) -> new $T().wrap(buffer, at, size)", view);
    }

    @Override
    public CodeBlock check(int number, String value) {
        return CodeBlock.of("");
    }

    @Override
    public CodeBlock put(int number, String variable) {
        return CodeBlock.builder()
                .addStatement("putNest($L, $L, $L)", number, variable, flagged)
                .build();
    }

    @Override
    public CodeBlock append(CodeBlock type, String variable) {
        return CodeBlock.builder()
                .addStatement("appendNest($L, $L, $L)", type, variable, flagged)
                .build();
    }

    ClassName builder() {
        return value.nestedClass("Builder");
    }

    /** Statements that write what the consumer {@code fill} sets into the open nest. */
    CodeBlock fill() {
        if (!foreign) {
            return CodeBlock.builder()
                    .addStatement("fill.accept(new $T(out()))", builder())
                    .build();
        }
        return CodeBlock.builder()
                .addStatement("$T filled = $T.builder()", builder(), value)
                .addStatement("fill.accept(filled)")
                .addStatement("filled.build().writeTo(out())")
                .build();
    }
}
