package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * An attribute of a set whose order counts: read like one that stands once, but each call of its setter appends one more.
 *
 * @param constant name of the constant for its number
 * @param single how it is read
 * @param mapping its payload, none for a flag
 */
record RepeatableShape(AttributeMethods methods, String constant, AttributeShape single, Optional<TypeMapping> mapping)
        implements AttributeShape {

    @Override
    public void addToReader(TypeSpec.Builder reader) {
        reader.addField(FieldSpec.builder(TypeName.INT, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Docs.number(methods.attribute(), methods.name()))
                .initializer("$L", methods.number())
                .build());
        single.addToReader(reader);
    }

    @Override
    public void addToValue(TypeSpec.Builder value) {
        single.addToValue(value);
    }

    @Override
    public void addToView(TypeSpec.Builder view) {
        single.addToView(view);
    }

    @Override
    public void addToBuilder(TypeSpec.Builder builder) {
        int number = methods.number();
        if (mapping.isEmpty()) {
            builder.addMethod(setter().addStatement("addFlag($L)", number)
                    .addCode(AttributeMethods.returnThis())
                    .build());
            return;
        }
        TypeMapping payload = mapping.get();
        builder.addMethod(setter().addParameter(payload.type(Face.VALUE), "value")
                .addCode(payload.check(number, "value"))
                .addStatement("adding($L)", number)
                .addCode(payload.append(CodeBlock.of("$L", number), "value"))
                .addCode(AttributeMethods.returnThis())
                .build());
        if (payload instanceof NestMapping nest) {
            builder.addMethod(setter().addParameter(AttributeMethods.consumer(nest.builder()), "fill")
                    .addStatement("int mark = beginAdditionalNest($L, $L)", number, nest.flagged())
                    .addCode(nest.fill())
                    .addStatement("endNest(mark)")
                    .addCode(AttributeMethods.returnThis())
                    .build());
        }
    }

    private MethodSpec.Builder setter() {
        return methods.setter().addJavadoc("Appends one.\n");
    }
}
