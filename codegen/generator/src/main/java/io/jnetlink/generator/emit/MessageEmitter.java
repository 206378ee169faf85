package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.naming.BodyShape;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.FamilyTypes;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The value of a body with a fixed header. */
final class MessageEmitter {

    private final FamilyTypes types;
    private final BodyShape shape;
    private final ClassName message;
    private final ClassName header;
    private final ClassName set;

    MessageEmitter(FamilyTypes types, BodyShape shape) {
        this.types = types;
        this.shape = shape;
        this.message = types.message(shape);
        this.header = types.struct(shape.header().orElseThrow());
        this.set = types.set(shape.set());
    }

    TypeSpec.Builder emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(message)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(
                        "A body of {@code $L} and {@code $L}.\n\n<p>Immutable.\n",
                        shape.header().orElseThrow(),
                        shape.set())
                .addSuperinterface(CoreTypes.MESSAGE_BODY)
                .addField(FieldSpec.builder(CoreTypes.MESSAGE_SCHEMA, "SCHEMA", Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "$T.FAMILY.message($S, $S)",
                                types.schema(),
                                shape.header().orElseThrow(),
                                shape.set())
                        .build())
                .addField(header, "header", Modifier.PRIVATE, Modifier.FINAL)
                .addField(set, "attributes", Modifier.PRIVATE, Modifier.FINAL);
        type.addMethod(constructor()).addMethod(of()).addMethod(builderMethod()).addMethod(toBuilder());
        type.addMethod(decode());
        type.addMethod(getter("header", header, "The struct in front.\n"));
        type.addMethod(getter("attributes", set, "What stands behind it.\n"));
        type.addMethod(messageSchema()).addMethod(writeTo());
        type.addMethod(equalsMethod()).addMethod(hashCodeMethod()).addMethod(toStringMethod());
        return type.addType(new MessageBuilderEmitter(message, header, set).emit());
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(header, "header")
                .addParameter(set, "attributes")
                .addStatement("this.header = header")
                .addStatement("this.attributes = attributes")
                .build();
    }

    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Of both parts.\n")
                .returns(message)
                .addParameter(header, "header")
                .addParameter(set, "attributes")
                .addStatement("return new $T(header, attributes)", message)
                .build();
    }

    private MethodSpec builderMethod() {
        return MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Starts with a header of zeros and no attributes.\n")
                .returns(message.nestedClass("Builder"))
                .addStatement(
                        "return new $T($T.builder().build(), $T.builder().build())",
                        message.nestedClass("Builder"),
                        header,
                        set)
                .build();
    }

    private MethodSpec toBuilder() {
        return MethodSpec.methodBuilder("toBuilder")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Starts with both parts of this one.\n")
                .returns(message.nestedClass("Builder"))
                .addStatement("return new $T(header, attributes)", message.nestedClass("Builder"))
                .build();
    }

    private MethodSpec decode() {
        return MethodSpec.methodBuilder("decode")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Copies and checks a received body.\n\n")
                .addJavadoc("@throws io.jnetlink.wire.MalformedMessageException if a length inside is wrong\n")
                .returns(message)
                .addParameter(CoreTypes.NETLINK_BUFFER, "buffer")
                .addParameter(TypeName.INT, "offset")
                .addParameter(TypeName.INT, "length")
                .addStatement("$T.check(SCHEMA, buffer, offset, length)", CoreTypes.MESSAGE_VALIDATOR)
                .addStatement("int size = SCHEMA.headerLength()")
                .addStatement(
                        "return new $T($T.decode(buffer, offset, size),\n$T.decode(buffer, offset + size, length - size))",
                        message,
                        header,
                        set)
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

    private static MethodSpec messageSchema() {
        return MethodSpec.methodBuilder("messageSchema")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(CoreTypes.MESSAGE_SCHEMA)
                .addStatement("return SCHEMA")
                .build();
    }

    private static MethodSpec writeTo() {
        return MethodSpec.methodBuilder("writeTo")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(CoreTypes.MESSAGE_WRITER, "out")
                .addStatement("header.writeTo(out)")
                .addStatement("out.pad()")
                .addStatement("attributes.writeTo(out)")
                .build();
    }

    private MethodSpec equalsMethod() {
        return MethodSpec.methodBuilder("equals")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(Nullness.OBJECT, "other")
                .addStatement(
                        "return other instanceof $T that && header.equals(that.header) && attributes.equals(that.attributes)",
                        message)
                .build();
    }

    private static MethodSpec hashCodeMethod() {
        return MethodSpec.methodBuilder("hashCode")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("return $T.hash(header, attributes)", Objects.class)
                .build();
    }

    private static MethodSpec toStringMethod() {
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("$T out = $T.onHeap()", CoreTypes.MESSAGE_WRITER, CoreTypes.MESSAGE_WRITER)
                .addStatement("writeTo(out)")
                .addStatement(
                        "return $T.body(SCHEMA, out.buffer(), 0, out.length()).toLine()", CoreTypes.MESSAGE_DISSECTOR)
                .build();
    }
}
