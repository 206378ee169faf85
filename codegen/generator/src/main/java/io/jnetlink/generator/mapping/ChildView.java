package io.jnetlink.generator.mapping;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/**
 * A view inside a view: made by the first call of its getter, moved by each.
 *
 * <p>Immutable.
 *
 * @param view its class
 * @param field name of the field that keeps it
 * @param number the attribute, to ask for its length
 * @param present an expression for the attribute that fails if it is absent or of another format
 * @param header bytes in front that belong to something else
 */
record ChildView(ClassName view, String field, int number, CodeBlock present, int header) {

    private static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    ChildView(ClassName view, String field, int number) {
        this(view, field, number, CodeBlock.of("$L", number), 0);
    }

    void addTo(TypeSpec.Builder type, MethodSpec.Builder getter) {
        type.addField(FieldSpec.builder(
                        view.annotated(AnnotationSpec.builder(NULLABLE).build()), field, Modifier.PRIVATE)
                .build());
        getter.addStatement("int at = payload($L, 0)", present)
                .beginControlFlow("if (this.$L == null)", field)
                .addStatement("this.$L = new $T()", field, view)
                .endControlFlow();
        if (header == 0) {
            getter.addStatement("return this.$L.wrap(buffer(), at, payloadLength($L))", field, number);
        } else {
            getter.addStatement("int size = payloadLength($L)", number)
                    .addStatement("int header = $T.min($L, size)", Math.class, header)
                    .addStatement("return this.$L.wrap(buffer(), at + header, size - header)", field);
        }
        type.addMethod(getter.build());
    }
}
