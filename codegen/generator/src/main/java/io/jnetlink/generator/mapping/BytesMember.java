package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.naming.CoreTypes;

/** Bytes of a fixed number in a struct. */
record BytesMember(int size) implements MemberMapping {

    @Override
    public TypeName type() {
        return ArrayTypeName.of(TypeName.BYTE);
    }

    @Override
    public void addToView(TypeSpec.Builder view, String name, CodeBlock doc, int offset) {
        view.addMethod(MemberGetters.of(name, doc, type(), CodeBlock.of("bytes($L, $L)", offset, size)));
    }

    @Override
    public CodeBlock check(String field, String component) {
        return CodeBlock.builder()
                .addStatement("$T.length($S, $L.length, $L)", CoreTypes.FIELD_CHECK, field, component, size)
                .build();
    }

    @Override
    public boolean isArray() {
        return true;
    }

    @Override
    public CodeBlock zero() {
        return CodeBlock.of("new byte[$L]", size);
    }

    @Override
    public CodeBlock write(CodeBlock at, CodeBlock component) {
        return CodeBlock.builder()
                .addStatement("buffer.putBytes($L, $L)", at, component)
                .build();
    }
}
