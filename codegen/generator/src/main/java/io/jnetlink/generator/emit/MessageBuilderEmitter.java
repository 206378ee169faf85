package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** The builder of a body with a fixed header. */
final class MessageBuilderEmitter {

    private final ClassName message;
    private final ClassName header;
    private final ClassName set;
    private final ClassName builder;

    MessageBuilderEmitter(ClassName message, ClassName header, ClassName set) {
        this.message = message;
        this.header = header;
        this.set = set;
        this.builder = message.nestedClass("Builder");
    }

    TypeSpec emit() {
        return TypeSpec.classBuilder(builder)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Collects header and attributes.\n\n<p>Not thread-safe.\n")
                .addField(header, "header", Modifier.PRIVATE)
                .addField(set, "attributes", Modifier.PRIVATE)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(header, "header")
                        .addParameter(set, "attributes")
                        .addStatement("this.header = header")
                        .addStatement("this.attributes = attributes")
                        .build())
                .addMethod(value("header", header, "Takes another header.\n"))
                .addMethod(filled("header", header, "Changes members of the header.\n"))
                .addMethod(value("attributes", set, "Takes these attributes in place of all others.\n"))
                .addMethod(filled("attributes", set, "Sets further attributes.\n"))
                .addMethod(MethodSpec.methodBuilder("build")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("The body.\n")
                        .returns(message)
                        .addStatement("return new $T(header, attributes)", message)
                        .build())
                .build();
    }

    private MethodSpec value(String name, ClassName type, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc)
                .returns(builder)
                .addParameter(type, "value")
                .addStatement("this.$L = value", name)
                .addStatement("return this")
                .build();
    }

    private MethodSpec filled(String name, ClassName type, String doc) {
        ClassName inner = type.nestedClass("Builder");
        TypeName consumer = ParameterizedTypeName.get(ClassName.get(Consumer.class), inner);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc)
                .returns(builder)
                .addParameter(consumer, "fill")
                .addStatement("$T filled = $L.toBuilder()", inner, name)
                .addStatement("fill.accept(filled)")
                .addStatement("this.$L = filled.build()", name)
                .addStatement("return this")
                .build();
    }
}
