package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.spec.JavaNames;

/** An attribute that stands any number of times: a list that is empty when there is none. */
record ListShape(AttributeMethods methods, TypeMapping mapping) implements AttributeShape {

    @Override
    public void addToReader(TypeSpec.Builder reader) {
        reader.addMethod(methods.presence());
        if (mapping.differsByFace()) {
            reader.addMethod(methods.declaration(AttributeMethods.list(mapping, Face.READER)));
        } else {
            reader.addMethod(methods.getter(AttributeMethods.list(mapping, Face.READER))
                    .addCode(list(Face.READER))
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
                    .addCode(list(face))
                    .build());
        }
    }

    private CodeBlock list(Face face) {
        return CodeBlock.builder()
                .addStatement(
                        "return list($L, $L, $L)", methods.number(), mapping.minimum(), mapping.payloadReader(face))
                .build();
    }

    @Override
    public void addToBuilder(TypeSpec.Builder builder) {
        int number = methods.number();
        String name = JavaNames.prefixed("add", methods.name());
        builder.addMethod(methods.setter(name)
                .addJavadoc("Adds one more.\n")
                .addParameter(mapping.type(Face.VALUE), "value")
                .addCode(mapping.check(number, "value"))
                .addStatement("adding($L)", number)
                .addCode(mapping.append(CodeBlock.of("$L", number), "value"))
                .addCode(AttributeMethods.returnThis())
                .build());
        if (mapping instanceof NestMapping nest) {
            MethodSpec.Builder filled = methods.setter(name)
                    .addJavadoc("Adds one more.\n")
                    .addParameter(AttributeMethods.consumer(nest.builder()), "fill")
                    .addStatement("int mark = beginAdditionalNest($L, $L)", number, nest.flagged())
                    .addCode(nest.fill())
                    .addStatement("endNest(mark)");
            builder.addMethod(filled.addCode(AttributeMethods.returnThis()).build());
        }
    }
}
