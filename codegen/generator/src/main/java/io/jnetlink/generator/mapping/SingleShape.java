package io.jnetlink.generator.mapping;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

/** An attribute that stands once and is no nest. */
record SingleShape(AttributeMethods methods, TypeMapping mapping) implements AttributeShape {

    @Override
    public void addToReader(TypeSpec.Builder reader) {
        reader.addMethod(methods.presence());
        reader.addMethod(methods.getter(mapping.type(Face.READER))
                .addStatement("return $L", mapping.read(Face.READER, methods.number()))
                .build());
    }

    @Override
    public void addToBuilder(TypeSpec.Builder builder) {
        int number = methods.number();
        MethodSpec.Builder setter = methods.setter().addParameter(mapping.type(Face.VALUE), "value");
        setter.addCode(mapping.check(number, "value")).addCode(mapping.put(number, "value"));
        builder.addMethod(setter.addCode(AttributeMethods.returnThis()).build());
    }
}
