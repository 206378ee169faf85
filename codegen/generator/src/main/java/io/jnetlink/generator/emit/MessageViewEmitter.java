package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.naming.BodyShape;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.Family;
import javax.lang.model.element.Modifier;

/** The view of a body with a fixed header. */
final class MessageViewEmitter {

    private static final ClassName MALFORMED = ClassName.get("io.jnetlink.wire", "MalformedMessageException");

    private final FamilyTypes types;
    private final BodyShape shape;
    private final int headerLength;

    MessageViewEmitter(Family family, FamilyTypes types, BodyShape shape) {
        this.types = types;
        this.shape = shape;
        this.headerLength = family.struct(shape.header().orElseThrow()).size() + 3 & ~3;
    }

    TypeSpec.Builder emit() {
        ClassName view = types.messageView(shape);
        ClassName header = types.structView(shape.header().orElseThrow());
        ClassName set = types.setView(shape.set());
        return TypeSpec.classBuilder(view)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(
                        "A view of a received body of {@code $L} and {@code $L}.\n\n",
                        shape.header().orElseThrow(),
                        shape.set())
                .addJavadoc("<p>Not thread-safe. Valid as long as the buffer is.\n")
                .addSuperinterface(CoreTypes.MESSAGE_VIEW)
                .addField(part(header, "header"))
                .addField(part(set, "attributes"))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("An empty view; {@link #wrapBody} makes it useful.\n")
                        .addStatement("super()")
                        .build())
                .addMethod(wrapBody())
                .addMethod(getter("header", header, "The struct in front.\n"))
                .addMethod(getter("attributes", set, "What stands behind it.\n"))
                .addMethod(toValue());
    }

    private static FieldSpec part(ClassName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T()", type)
                .build();
    }

    private MethodSpec wrapBody() {
        return MethodSpec.methodBuilder("wrapBody")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(CoreTypes.NETLINK_BUFFER, "buffer")
                .addParameter(TypeName.INT, "offset")
                .addParameter(TypeName.INT, "length")
                .beginControlFlow("if (length < $L)", headerLength)
                .addStatement(
                        "throw new $T($S + length, offset)",
                        MALFORMED,
                        "fixed header needs " + headerLength + " bytes, got ")
                .endControlFlow()
                .addStatement("header.wrap(buffer, offset, $L)", headerLength)
                .addStatement("attributes.wrap(buffer, offset + $L, length - $L)", headerLength, headerLength)
                .build();
    }

    private static MethodSpec getter(String name, TypeName type, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc)
                .returns(type)
                .addStatement("return $L", name)
                .build();
    }

    private MethodSpec toValue() {
        return MethodSpec.methodBuilder("toValue")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("A checked copy.\n")
                .returns(types.message(shape))
                .addStatement(
                        "return $T.of($T.from(header), attributes.toValue())",
                        types.message(shape),
                        types.struct(shape.header().orElseThrow()))
                .build();
    }
}
