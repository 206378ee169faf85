package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

/**
 * A nest of elements whose types are their indices.
 *
 * <p>Written from index 1: the kernel's traffic-control actions demand it, and all other readers pass over the index.
 */
record IndexedArrayShape(AttributeMethods methods, TypeMapping mapping, boolean flagged) implements AttributeShape {

    @Override
    public void addToReader(TypeSpec.Builder reader) {
        reader.addMethod(methods.presence());
        if (mapping.differsByFace()) {
            reader.addMethod(methods.declaration(AttributeMethods.list(mapping, Face.READER)));
        } else {
            reader.addMethod(methods.getter(AttributeMethods.list(mapping, Face.READER))
                    .addCode(elements(Face.READER))
                    .build());
        }
    }

    @Override
    public void addToValue(TypeSpec.Builder value) {
        addNarrowed(value, Face.VALUE);
    }

    @Override
    public void addToView(TypeSpec.Builder view) {
        addNarrowed(view, Face.VIEW);
    }

    private void addNarrowed(TypeSpec.Builder type, Face face) {
        if (mapping.differsByFace()) {
            type.addMethod(methods.override(AttributeMethods.list(mapping, face))
                    .addCode(elements(face))
                    .build());
        }
    }

    private CodeBlock elements(Face face) {
        return CodeBlock.builder()
                .addStatement(
                        "return elements($L, $L, $L)", methods.number(), mapping.minimum(), mapping.payloadReader(face))
                .build();
    }

    @Override
    public void addToBuilder(TypeSpec.Builder builder) {
        TypeName list = AttributeMethods.list(mapping, Face.VALUE);
        builder.addMethod(methods.setter()
                .addJavadoc("The elements get the indices 1, 2, …\n")
                .addParameter(list, "values")
                .addStatement("return $N(1, values)", methods.name())
                .build());
        int number = methods.number();
        MethodSpec.Builder indexed = methods.setter()
                .addJavadoc("The first element gets the index {@code first}.\n")
                .addParameter(int.class, "first")
                .addParameter(list, "values");
        CodeBlock check = mapping.check(number, "value");
        if (!check.isEmpty()) {
            indexed.beginControlFlow("for ($T value : values)", mapping.type(Face.VALUE))
                    .addCode(check)
                    .endControlFlow();
        }
        builder.addMethod(indexed.addStatement("int mark = beginNest($L, $L)", number, flagged)
                .addStatement("int index = first")
                .beginControlFlow("for ($T value : values)", mapping.type(Face.VALUE))
                .addCode(mapping.append(CodeBlock.of("index++"), "value"))
                .endControlFlow()
                .addStatement("endNest(mark)")
                .addCode(AttributeMethods.returnThis())
                .build());
    }
}
