package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.AttributeIr;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/**
 * JavaNames, documentation and signatures of one attribute's methods.
 *
 * <p>Immutable.
 *
 * @param attribute the attribute
 * @param name Java name of its getter
 * @param builder builder class of its set
 */
public record AttributeMethods(AttributeIr attribute, String name, ClassName builder) {

    int number() {
        return attribute.number();
    }

    /** {@code boolean hasPort()}. */
    MethodSpec presence() {
        return MethodSpec.methodBuilder(JavaNames.prefixed("has", name))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Whether {@link #$L()} is there.\n", name)
                .returns(boolean.class)
                .addStatement("return has($L)", number())
                .build();
    }

    /** {@code public final T port()}, to be completed. */
    MethodSpec.Builder getter(TypeName type) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(Docs.getter(attribute))
                .returns(type);
    }

    /** {@code public abstract T port()}. */
    MethodSpec declaration(TypeName type) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(Docs.getter(attribute))
                .returns(type)
                .build();
    }

    /** {@code @Override public T port()}, to be completed. */
    MethodSpec.Builder override(TypeName type) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type);
    }

    /** {@code public Builder port(…)}, to be completed. */
    MethodSpec.Builder setter() {
        return setter(name);
    }

    /** A setter of another name. */
    MethodSpec.Builder setter(String methodName) {
        return MethodSpec.methodBuilder(methodName)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.setter(attribute))
                .returns(builder);
    }

    /** {@code return this;} */
    static CodeBlock returnThis() {
        return CodeBlock.builder().addStatement("return this").build();
    }

    /** {@code Consumer<X.Builder>}. */
    static TypeName consumer(ClassName nestBuilder) {
        return ParameterizedTypeName.get(ClassName.get(Consumer.class), nestBuilder);
    }

    /** {@code List<T>}, or {@code List<? extends T>} where value and view narrow it. */
    static TypeName list(TypeMapping mapping, Face face) {
        TypeName element = mapping.type(face).box();
        boolean open = mapping.differsByFace() && face == Face.READER;
        return ParameterizedTypeName.get(
                ClassName.get(List.class), open ? WildcardTypeName.subtypeOf(element) : element);
    }
}
