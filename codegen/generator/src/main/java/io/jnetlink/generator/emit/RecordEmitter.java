package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.Docs;
import io.jnetlink.generator.mapping.Mappings;
import io.jnetlink.generator.mapping.Members;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.spec.ir.StructIr;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The value of a struct: a record with a builder inside. */
final class RecordEmitter {

    private final StructIr struct;
    private final List<Members.Member> members;
    private final ClassName type;
    private final ClassName view;
    private final ClassName builder;

    RecordEmitter(Mappings mappings, StructIr struct) {
        this.struct = struct;
        this.members = new Members(mappings).of(struct);
        this.type = mappings.types().struct(struct.name());
        this.view = mappings.types().structView(struct.name());
        this.builder = type.nestedClass("Builder");
    }

    TypeSpec.Builder emit() {
        TypeSpec.Builder record = TypeSpec.recordBuilder(type)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc())
                .addSuperinterface(CoreTypes.STRUCT_VALUE)
                .recordConstructor(components())
                .addField(size());
        if (members.stream().anyMatch(m -> !check(m).isEmpty() || m.mapping().isArray())) {
            record.addMethod(compactConstructor());
        }
        members.stream()
                .filter(m -> m.mapping().isArray())
                .map(this::arrayGetter)
                .forEach(record::addMethod);
        record.addMethod(from()).addMethod(decode()).addMethod(builderMethod()).addMethod(toBuilder());
        record.addMethod(writeTo()).addMethod(put());
        if (members.stream().anyMatch(m -> m.mapping().isArray())) {
            new ArrayRecordMethods(type, members).addTo(record);
        }
        return record.addType(new StructBuilderEmitter(type, struct, members).emit());
    }

    private CodeBlock doc() {
        CodeBlock.Builder doc = CodeBlock.builder()
                .add(Docs.of(Optional.of("struct " + struct.cName()), struct.doc(), "", Docs.since(struct.since())))
                .add("\n<p>Immutable.\n\n");
        for (Members.Member member : members) {
            doc.add("@param $L $L", member.name(), member.doc().toString());
        }
        return doc.build();
    }

    private MethodSpec components() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (Members.Member member : members) {
            constructor.addParameter(ParameterSpec.builder(member.mapping().type(), member.name())
                    .build());
        }
        return constructor.build();
    }

    private FieldSpec size() {
        return FieldSpec.builder(TypeName.INT, "SIZE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Bytes, padding included.\n")
                .initializer("$L", struct.size())
                .build();
    }

    private CodeBlock check(Members.Member member) {
        return member.mapping().check(struct.name() + "." + member.ir().name(), member.name());
    }

    private MethodSpec compactConstructor() {
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Refuses what the wire cannot carry.\n\n")
                .addJavadoc("@throws io.jnetlink.wire.InvalidFieldException naming the member\n");
        for (Members.Member member : members) {
            constructor.addCode(check(member));
            if (member.mapping().isArray()) {
                constructor.addStatement("$L = $L.clone()", member.name(), member.name());
            }
        }
        return constructor.build();
    }

    private MethodSpec arrayGetter(Members.Member member) {
        return MethodSpec.methodBuilder(member.name())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(member.mapping().type())
                .addStatement("return this.$L.clone()", member.name())
                .build();
    }

    private MethodSpec from() {
        CodeBlock arguments = members.stream()
                .map(m -> m.mapping().fromView(CodeBlock.of("view.$L()", m.name())))
                .collect(CodeBlock.joining(",\n"));
        return MethodSpec.methodBuilder("from")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("A copy of what a view shows.\n")
                .returns(type)
                .addParameter(view, "view")
                .addStatement("return new $T($L)", type, arguments)
                .build();
    }

    private MethodSpec decode() {
        return MethodSpec.methodBuilder("decode")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("A copy of received bytes; members behind their end are zero.\n")
                .returns(type)
                .addParameter(CoreTypes.NETLINK_BUFFER, "buffer")
                .addParameter(TypeName.INT, "offset")
                .addParameter(TypeName.INT, "length")
                .addStatement("return from(new $T().wrap(buffer, offset, length))", view)
                .build();
    }

    private MethodSpec builderMethod() {
        return MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Starts with zeros.\n")
                .returns(builder)
                .addStatement("return new $T()", builder)
                .build();
    }

    private MethodSpec toBuilder() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("toBuilder")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Starts with these members.\n")
                .returns(builder);
        CodeBlock setters = members.stream()
                .map(m -> CodeBlock.of(".$L(this.$L)", m.name(), m.name()))
                .collect(CodeBlock.joining("\n"));
        return method.addStatement("return builder()$L", setters).build();
    }

    private MethodSpec writeTo() {
        return MethodSpec.methodBuilder("writeTo")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(CoreTypes.MESSAGE_WRITER, "out")
                .addStatement("int at = out.appendZeros(SIZE)")
                .addStatement("put(out.buffer(), at)")
                .build();
    }

    private MethodSpec put() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("put")
                .addJavadoc("Writes the members over {@link #SIZE} zeros.\n")
                .addParameter(CoreTypes.NETLINK_BUFFER, "buffer")
                .addParameter(TypeName.INT, "at");
        for (Members.Member member : members) {
            int offset = member.ir().offset();
            CodeBlock at = offset == 0 ? CodeBlock.of("at") : CodeBlock.of("at + $L", offset);
            method.addCode(member.mapping().write(at, CodeBlock.of("this.$L", member.name())));
        }
        return method.build();
    }
}
