package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.Members;
import io.jnetlink.spec.ir.StructIr;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The builder of a struct's record. */
final class StructBuilderEmitter {

    private final ClassName type;
    private final ClassName builder;
    private final StructIr struct;
    private final List<Members.Member> members;

    StructBuilderEmitter(ClassName type, StructIr struct, List<Members.Member> members) {
        this.type = type;
        this.builder = type.nestedClass("Builder");
        this.struct = struct;
        this.members = members;
    }

    TypeSpec emit() {
        TypeSpec.Builder builderType = TypeSpec.classBuilder(builder)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Collects the members of {@code $L}.\n\n<p>Not thread-safe.\n", struct.name());
        for (Members.Member member : members) {
            builderType.addField(FieldSpec.builder(member.mapping().type(), member.name(), Modifier.PRIVATE)
                    .initializer(member.mapping().zero())
                    .build());
        }
        builderType.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        for (Members.Member member : members) {
            builderType.addMethod(setter(member));
        }
        CodeBlock arguments =
                members.stream().map(m -> CodeBlock.of("this.$L", m.name())).collect(CodeBlock.joining(",\n"));
        return builderType
                .addMethod(MethodSpec.methodBuilder("build")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("The struct.\n\n")
                        .addJavadoc(
                                "@throws io.jnetlink.wire.InvalidFieldException if the wire cannot carry a member\n")
                        .returns(type)
                        .addStatement("return new $T($L)", type, arguments)
                        .build())
                .build();
    }

    private MethodSpec setter(Members.Member member) {
        return MethodSpec.methodBuilder(member.name())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(member.doc())
                .returns(builder)
                .addParameter(member.mapping().type(), "value")
                .addStatement("this.$L = value", member.name())
                .addStatement("return this")
                .build();
    }
}
