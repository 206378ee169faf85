package io.jnetlink.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.jnetlink.generator.mapping.Literals;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.WireOrder;

/**
 * Statements that add the run-time schema of structs.
 *
 * <p>Immutable.
 */
final class StructSchemaCode {

    private final FamilyTypes types;

    StructSchemaCode(FamilyTypes types) {
        this.types = types;
    }

    CodeBlock struct(StructIr struct) {
        CodeBlock.Builder members = CodeBlock.builder();
        for (MemberIr member : struct.members()) {
            if (!(member.type() instanceof TypeIr.Pad)) {
                members.add("\n$L", member(member));
            }
        }
        return CodeBlock.builder()
                .addStatement(
                        "family.struct($T.builder($S, $L)$L\n.build())",
                        CoreTypes.STRUCT_SCHEMA,
                        struct.name(),
                        struct.size(),
                        members.build())
                .build();
    }

    private CodeBlock member(MemberIr member) {
        if (member.type() instanceof TypeIr.Struct inner) {
            return CodeBlock.of(
                    ".structMember($S, $L, $L, $S)", member.name(), member.offset(), member.size(), inner.structName());
        }
        CodeBlock place = CodeBlock.of("$S, $L, $L", member.name(), member.offset(), member.size());
        if (member.type() instanceof TypeIr.Scalar scalar && scalar.enumName().isPresent()) {
            String name = scalar.enumName().get();
            return CodeBlock.of(
                    ".enumMember($L, $L, $L, $S)",
                    place,
                    AttributeSchemaCode.kind(scalar),
                    Literals.fieldOrder(scalar.order()),
                    scalar.asFlags() ? types.flagsSchemaName(name) : name);
        }
        WireOrder order = member.type() instanceof TypeIr.Scalar scalar ? scalar.order() : WireOrder.HOST;
        return CodeBlock.of(
                ".member($L, $L, $L, $T.$L)",
                place,
                AttributeSchemaCode.kind(member.type()),
                Literals.fieldOrder(order),
                CoreTypes.DISPLAY_HINT,
                member.displayHint().map(Enum::name).orElse("NONE"));
    }
}
