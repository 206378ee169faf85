package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Modifier;

/** Getters of struct views. */
final class MemberGetters {

    private MemberGetters() {}

    static MethodSpec of(String name, CodeBlock doc, TypeName type, CodeBlock expression) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc)
                .returns(type)
                .addStatement("return $L", expression)
                .build();
    }
}
