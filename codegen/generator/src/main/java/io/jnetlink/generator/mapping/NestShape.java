package io.jnetlink.generator.mapping;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

/** A nest that stands once. */
record NestShape(AttributeMethods methods, NestMapping nest) implements AttributeShape {

    @Override
    public void addToReader(TypeSpec.Builder reader) {
        reader.addMethod(methods.presence());
        reader.addMethod(methods.declaration(nest.type(Face.READER)));
    }

    @Override
    public void addToValue(TypeSpec.Builder value) {
        value.addMethod(methods.override(nest.type(Face.VALUE))
                .addStatement("return $L", nest.read(Face.VALUE, methods.number()))
                .build());
    }

    @Override
    public void addToView(TypeSpec.Builder view) {
        new ChildView(nest.view(), methods.name(), methods.number())
                .addTo(view, methods.override(nest.type(Face.VIEW)));
    }

    @Override
    public void addToBuilder(TypeSpec.Builder builder) {
        int number = methods.number();
        builder.addMethod(methods.setter()
                .addParameter(nest.value(), "value")
                .addCode(nest.put(number, "value"))
                .addCode(AttributeMethods.returnThis())
                .build());
        MethodSpec.Builder filled = methods.setter()
                .addParameter(AttributeMethods.consumer(nest.builder()), "fill")
                .addStatement("int mark = beginNest($L, $L)", number, nest.flagged())
                .addCode(nest.fill())
                .addStatement("endNest(mark)");
        builder.addMethod(filled.addCode(AttributeMethods.returnThis()).build());
    }
}
