package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * What the classes of a set whose order counts can do beside others: show one attribute after the other.
 *
 * <p>Stateless.
 */
final class OrderedMethods {

    private OrderedMethods() {}

    static void addToReader(TypeSpec.Builder type, ClassName reader) {
        type.addMethod(MethodSpec.methodBuilder("number")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(
                        "The number of the first attribute: of the only one, in an element of {@link #inOrder}.\n\n")
                .addJavadoc("@throws java.util.NoSuchElementException if there is none\n")
                .returns(int.class)
                .addStatement("return firstNumber()")
                .build());
        type.addMethod(MethodSpec.methodBuilder("inOrder")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc("Each attribute alone, in the order of the wire.\n")
                .returns(list(WildcardTypeName.subtypeOf(reader)))
                .build());
    }

    static void addToValue(TypeSpec.Builder type, ClassName value) {
        type.addMethod(inOrder(value, CodeBlock.of("$T::new", value)));
    }

    static void addToView(TypeSpec.Builder type, ClassName view) {
        type.addMethod(inOrder(view, CodeBlock.of("(buffer, at, size) -> new $T().wrap(buffer, at, size)", view)));
    }

    private static MethodSpec inOrder(ClassName type, CodeBlock make) {
        return MethodSpec.methodBuilder("inOrder")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(list(type))
                .addStatement("return each($L)", make)
                .build();
    }

    private static TypeName list(TypeName element) {
        return ParameterizedTypeName.get(ClassName.get(List.class), element);
    }
}
