package io.jnetlink.generator.mapping;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

/** An attribute whose presence is its value. */
record FlagShape(AttributeMethods methods) implements AttributeShape {

    @Override
    public void addToReader(TypeSpec.Builder reader) {
        reader.addMethod(methods.presence());
        reader.addMethod(methods.getter(TypeName.BOOLEAN)
                .addStatement("return has($L)", methods.number())
                .build());
    }

    @Override
    public void addToBuilder(TypeSpec.Builder builder) {
        builder.addMethod(methods.setter()
                .addParameter(boolean.class, "value")
                .addStatement("putFlag($L, value)", methods.number())
                .addCode(AttributeMethods.returnThis())
                .build());
    }
}
