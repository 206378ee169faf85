package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.Mappings;
import io.jnetlink.generator.mapping.Members;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.spec.ir.StructIr;
import javax.lang.model.element.Modifier;

/** The view of a struct. */
final class StructViewEmitter {

    private final Mappings mappings;
    private final StructIr struct;

    StructViewEmitter(Mappings mappings, StructIr struct) {
        this.mappings = mappings;
        this.struct = struct;
    }

    TypeSpec.Builder emit() {
        ClassName view = mappings.types().structView(struct.name());
        TypeSpec.Builder type = TypeSpec.classBuilder(view)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("A view of a received {@code struct $L}.\n\n", struct.cName())
                .addJavadoc("<p>Not thread-safe. Members behind the end of the bytes are zero.\n")
                .superclass(CoreTypes.STRUCT_VIEW)
                .addField(FieldSpec.builder(
                                CoreTypes.STRUCT_SCHEMA, "SCHEMA", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.FAMILY.struct($S)", mappings.types().schema(), struct.name())
                        .build());
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("An empty view; {@link #wrap} makes it useful.\n")
                .addStatement("super(SCHEMA)")
                .build());
        type.addMethod(MethodSpec.methodBuilder("wrap")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Moves to another struct.\n\n@return this\n")
                .returns(view)
                .addParameter(CoreTypes.NETLINK_BUFFER, "buffer")
                .addParameter(int.class, "offset")
                .addParameter(int.class, "length")
                .addStatement("attach(buffer, offset, length)")
                .addStatement("return this")
                .build());
        for (Members.Member member : new Members(mappings).of(struct)) {
            member.mapping()
                    .addToView(type, member.name(), member.doc(), member.ir().offset());
        }
        return type;
    }
}
