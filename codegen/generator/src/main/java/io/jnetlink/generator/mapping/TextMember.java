package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.naming.CoreTypes;
import java.nio.charset.StandardCharsets;

/** Text in a struct, filled up with NULs. */
record TextMember(int size) implements MemberMapping {

    @Override
    public TypeName type() {
        return ClassName.get(String.class);
    }

    @Override
    public void addToView(TypeSpec.Builder view, String name, CodeBlock doc, int offset) {
        view.addMethod(MemberGetters.of(name, doc, type(), CodeBlock.of("text($L, $L)", offset, size)));
    }

    @Override
    public CodeBlock check(String field, String component) {
        return CodeBlock.builder()
                .addStatement("$T.text($S, $L, 0, $L)", CoreTypes.FIELD_CHECK, field, component, size)
                .build();
    }

    @Override
    public CodeBlock zero() {
        return CodeBlock.of("$S", "");
    }

    @Override
    public CodeBlock write(CodeBlock at, CodeBlock component) {
        return CodeBlock.builder()
                .addStatement("buffer.putBytes($L, $L.getBytes($T.UTF_8))", at, component, StandardCharsets.class)
                .build();
    }
}
