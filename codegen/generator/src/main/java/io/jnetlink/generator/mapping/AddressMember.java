package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.naming.CoreTypes;

/**
 * An IP or link-layer address in a struct.
 *
 * @param address its class: made by {@code of(byte...)}, taken apart by {@code toByteArray()}
 */
record AddressMember(ClassName address, int size) implements MemberMapping {

    @Override
    public TypeName type() {
        return address;
    }

    @Override
    public void addToView(TypeSpec.Builder view, String name, CodeBlock doc, int offset) {
        view.addMethod(
                MemberGetters.of(name, doc, type(), CodeBlock.of("$T.of(bytes($L, $L))", address, offset, size)));
    }

    @Override
    public CodeBlock check(String field, String component) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.length($S, $L.toByteArray().length, $L)", CoreTypes.FIELD_CHECK, field, component, size)
                .build();
    }

    @Override
    public CodeBlock zero() {
        return CodeBlock.of("$T.of(new byte[$L])", address, size);
    }

    @Override
    public CodeBlock write(CodeBlock at, CodeBlock component) {
        return CodeBlock.builder()
                .addStatement("buffer.putBytes($L, $L.toByteArray())", at, component)
                .build();
    }
}
