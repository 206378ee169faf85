package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.AttributeShape;
import io.jnetlink.generator.mapping.Docs;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.AttributeSetIr;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The value of an attribute set, with its builder inside. */
final class ValueEmitter {

    private final FamilyTypes types;
    private final AttributeSetIr set;
    private final boolean isBody;
    private final List<AttributeShape> shapes;
    private final ClassName value;
    private final ClassName builder;

    ValueEmitter(FamilyTypes types, AttributeSetIr set, boolean isBody, List<AttributeShape> shapes) {
        this.types = types;
        this.set = set;
        this.isBody = isBody;
        this.shapes = shapes;
        this.value = types.set(set.name());
        this.builder = value.nestedClass("Builder");
    }

    TypeSpec.Builder emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(value)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(Docs.of(Optional.empty(), set.doc(), "Attributes of {@code " + set.name() + "}."))
                .addJavadoc("\n<p>Immutable.\n")
                .superclass(types.setReader(set.name()));
        if (isBody) {
            type.addSuperinterface(CoreTypes.MESSAGE_BODY);
        }
        type.addMethod(constructor())
                .addMethod(builderMethod())
                .addMethod(toBuilder())
                .addMethod(decode());
        if (set.ordered()) {
            OrderedMethods.addToValue(type, value);
        }
        shapes.forEach(s -> s.addToValue(type));
        type.addMethod(equalsMethod()).addMethod(hashCodeMethod());
        return type.addType(new BuilderEmitter(types, set, shapes).emit());
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addJavadoc("Shares the buffer, which nobody may write any more.\n")
                .addParameter(CoreTypes.NETLINK_BUFFER, "buffer")
                .addParameter(int.class, "offset")
                .addParameter(int.class, "length")
                .addStatement("attach(buffer, offset, length)")
                .build();
    }

    private MethodSpec builderMethod() {
        return MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Starts an empty list.\n")
                .returns(builder)
                .addStatement("return new $T($T.onHeap())", builder, CoreTypes.MESSAGE_WRITER)
                .build();
    }

    private MethodSpec toBuilder() {
        return MethodSpec.methodBuilder("toBuilder")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Starts with these attributes.\n")
                .returns(builder)
                .addStatement("return new $T(this)", builder)
                .build();
    }

    private MethodSpec decode() {
        return MethodSpec.methodBuilder("decode")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Copies and checks received attributes.\n")
                .addJavadoc("\n@throws io.jnetlink.wire.MalformedMessageException if a length inside is wrong\n")
                .returns(value)
                .addParameter(CoreTypes.NETLINK_BUFFER, "buffer")
                .addParameter(int.class, "offset")
                .addParameter(int.class, "length")
                .addStatement("$T.check(SCHEMA, buffer, offset, length)", CoreTypes.MESSAGE_VALIDATOR)
                .addStatement(
                        "return new $T($T.wrap(buffer.bytes(offset, length), buffer.hostOrder()), 0, length)",
                        value,
                        CoreTypes.NETLINK_BUFFER)
                .build();
    }

    private MethodSpec equalsMethod() {
        return MethodSpec.methodBuilder("equals")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(Nullness.OBJECT, "other")
                .addStatement("return other instanceof $T that && sameContent(that)", value)
                .build();
    }

    private static MethodSpec hashCodeMethod() {
        return MethodSpec.methodBuilder("hashCode")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("return contentHash()")
                .build();
    }
}
