package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** A struct inside a struct. */
record StructMember(ClassName struct, ClassName view) implements MemberMapping {

    @Override
    public TypeName type() {
        return struct;
    }

    @Override
    public void addToView(TypeSpec.Builder type, String name, CodeBlock doc, int offset) {
        type.addField(FieldSpec.builder(view, name, Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T()", view)
                .build());
        type.addMethod(MemberGetters.of(
                name,
                doc,
                view,
                CodeBlock.of("this.$L.wrap(buffer(), offset() + $L, lengthFrom($L))", name, offset, offset)));
    }

    @Override
    public CodeBlock fromView(CodeBlock getterCall) {
        return CodeBlock.of("$T.from($L)", struct, getterCall);
    }

    @Override
    public CodeBlock check(String field, String component) {
        return CodeBlock.of("");
    }

    @Override
    public CodeBlock zero() {
        return CodeBlock.of("$T.builder().build()", struct);
    }

    @Override
    public CodeBlock write(CodeBlock at, CodeBlock component) {
        return CodeBlock.builder()
                .addStatement("$L.put(buffer, $L)", component, at)
                .build();
    }
}
