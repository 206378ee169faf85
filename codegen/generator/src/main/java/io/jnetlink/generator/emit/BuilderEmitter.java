package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.AttributeShape;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.AttributeSetIr;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The builder of an attribute set. */
final class BuilderEmitter {

    private final AttributeSetIr set;
    private final List<AttributeShape> shapes;
    private final ClassName value;
    private final ClassName builder;

    BuilderEmitter(FamilyTypes types, AttributeSetIr set, List<AttributeShape> shapes) {
        this.set = set;
        this.shapes = shapes;
        this.value = types.set(set.name());
        this.builder = value.nestedClass("Builder");
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(builder)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "Writes {@code $L} in the order in which they are set.\n\n<p>Not thread-safe.\n", set.name())
                .superclass(CoreTypes.ATTRIBUTE_BUILDER)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(CoreTypes.MESSAGE_WRITER, "out")
                        .addStatement("super(SCHEMA, out)")
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(value, "start")
                        .addStatement("super(SCHEMA, $T.onHeap())", CoreTypes.MESSAGE_WRITER)
                        .addStatement("putAll(start)")
                        .build());
        shapes.forEach(s -> s.addToBuilder(type));
        return type.addMethod(raw()).addMethod(build()).build();
    }

    private MethodSpec raw() {
        return MethodSpec.methodBuilder("raw")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Any attribute, byte for byte: for what the spec does not know.\n")
                .returns(builder)
                .addParameter(CoreTypes.RAW_ATTRIBUTE, "attribute")
                .addStatement("$L(attribute)", set.ordered() ? "addRaw" : "putRaw")
                .addStatement("return this")
                .build();
    }

    private MethodSpec build() {
        return MethodSpec.methodBuilder("build")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("What was set so far.\n")
                .returns(value)
                .addStatement("byte[] bytes = writtenBytes()")
                .addStatement("return new $T($T.wrap(bytes), 0, bytes.length)", value, CoreTypes.NETLINK_BUFFER)
                .build();
    }
}
