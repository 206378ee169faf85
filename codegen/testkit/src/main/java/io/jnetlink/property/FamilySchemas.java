package io.jnetlink.property;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.DisplayHint;
import io.jnetlink.schema.EnumSchema;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.schema.StructSchema;
import io.jnetlink.schema.SubMessageSchema;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.SubMessageIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.WireOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes of a spec what messages are printed by. Stateless. */
final class FamilySchemas {

    /** The set of operations that carry no attributes. */
    static final String NO_ATTRIBUTES = "no-attributes";

    private static final String AS_FLAGS = "-flags";

    private FamilySchemas() {}

    static FamilySchema of(Family family) {
        FamilySchema.Builder schema = family.protocol().isGeneric()
                ? FamilySchema.generic(family.name())
                : FamilySchema.raw(family.name(), family.protocolNumber());
        for (EnumIr values : family.enums()) {
            schema.enumeration(enumeration(values));
            // Some enums are read as numbers in one place and as bits in another.
            schema.enumeration(flags(values.name() + AS_FLAGS, values));
        }
        family.structs().forEach(s -> schema.struct(struct(s)));
        family.attributeSets().forEach(s -> schema.set(s.name(), set(s)));
        family.attributeSets().stream().filter(AttributeSetIr::ordered).forEach(s -> schema.ordered(s.name()));
        family.subMessages().forEach(s -> schema.subMessage(subMessage(s)));
        return schema.set(NO_ATTRIBUTES).version(family.version()).build();
    }

    private static EnumSchema enumeration(EnumIr values) {
        if (values.flags()) {
            return flags(values.name(), values);
        }
        EnumSchema.Builder builder = EnumSchema.enumeration(values.name());
        values.entries().forEach(e -> builder.entry(e.name(), e.value()));
        return builder.build();
    }

    private static EnumSchema flags(String name, EnumIr values) {
        EnumSchema.Builder builder = EnumSchema.flags(name);
        for (EntryIr entry : values.entries()) {
            if (entry.value() >= 0 && entry.value() < Long.SIZE) {
                builder.entry(entry.name(), entry.mask());
            }
        }
        return builder.build();
    }

    private static String enumName(TypeIr.Scalar type, String name) {
        return type.asFlags() ? name + AS_FLAGS : name;
    }

    private static StructSchema struct(StructIr struct) {
        StructSchema.Builder builder = StructSchema.builder(struct.name(), struct.size());
        struct.members().stream().filter(m -> !(m.type() instanceof TypeIr.Pad)).forEach(m -> member(builder, m));
        return builder.build();
    }

    private static void member(StructSchema.Builder builder, MemberIr member) {
        String name = member.name();
        int at = member.offset();
        int size = member.size();
        AttributeKind kind = kind(member.type());
        if (member.type() instanceof TypeIr.Struct inner) {
            builder.structMember(name, at, size, inner.structName());
        } else if (member.type() instanceof TypeIr.Scalar scalar
                && scalar.enumName().isPresent()) {
            builder.enumMember(
                    name,
                    at,
                    size,
                    kind,
                    order(scalar),
                    enumName(scalar, scalar.enumName().get()));
        } else {
            FieldOrder order = member.type() instanceof TypeIr.Scalar scalar ? order(scalar) : FieldOrder.HOST;
            builder.member(name, at, size, kind, order, hint(member.displayHint()));
        }
    }

    private static AttributeSchema[] set(AttributeSetIr set) {
        Map<String, AttributeSchema> distinct = new LinkedHashMap<>();
        // A subset may list an attribute twice; the first counts.
        set.attributes().forEach(a -> distinct.computeIfAbsent(a.name(), n -> attribute(a)));
        return distinct.values().toArray(AttributeSchema[]::new);
    }

    private static AttributeSchema attribute(AttributeIr attribute) {
        AttributeSchema schema = AttributeSchema.of(
                attribute.number(),
                attribute.name(),
                attribute.cName().orElse(attribute.name()),
                kind(attribute.type()));
        schema = typed(schema, attribute.type())
                .withRequestKind(kind(attribute.sentType()))
                .withHint(hint(attribute.displayHint()));
        return attribute.multiple() ? schema.withMulti() : schema;
    }

    private static AttributeSchema typed(AttributeSchema schema, TypeIr type) {
        if (type instanceof TypeIr.Scalar scalar) {
            AttributeSchema ordered = schema.withByteOrder(order(scalar));
            return scalar.enumName()
                    .map(e -> ordered.withEnum(enumName(scalar, e)))
                    .orElse(ordered);
        } else if (type instanceof TypeIr.Struct struct) {
            return schema.withStruct(struct.structName());
        } else if (type instanceof TypeIr.StructArray array) {
            return schema.withElement(AttributeKind.BINARY).withStruct(array.structName());
        } else if (type instanceof TypeIr.ScalarArray array) {
            return typed(schema.withElement(kind(array.element())), array.element());
        } else if (type instanceof TypeIr.IndexedArray array) {
            return typed(schema.withElement(kind(array.element())), array.element());
        } else if (type instanceof TypeIr.Nest nest) {
            return schema.withNested(nest.attributeSet());
        } else if (type instanceof TypeIr.SubMessage message) {
            return schema.withSubMessage(
                    message.subMessageName(), message.selector().attribute());
        }
        return schema;
    }

    private static SubMessageSchema subMessage(SubMessageIr subMessage) {
        SubMessageSchema.Builder builder = SubMessageSchema.builder(subMessage.name());
        subMessage
                .formats()
                .forEach(f -> builder.format(
                        f.value(),
                        f.fixedHeader().orElse(null),
                        f.attributeSet().orElse(null)));
        return builder.build();
    }

    private static AttributeKind kind(TypeIr type) {
        if (type instanceof TypeIr.Scalar scalar) {
            return AttributeKind.valueOf(scalar.kind().name());
        } else if (type instanceof TypeIr.Bitfield32) {
            return AttributeKind.BITFIELD32;
        } else if (type instanceof TypeIr.Flag) {
            return AttributeKind.FLAG;
        } else if (type instanceof TypeIr.Text) {
            return AttributeKind.STRING;
        } else if (type instanceof TypeIr.Nest) {
            return AttributeKind.NEST;
        } else if (type instanceof TypeIr.NestTypeValue) {
            return AttributeKind.NEST_TYPE_VALUE;
        } else if (type instanceof TypeIr.IndexedArray) {
            return AttributeKind.INDEXED_ARRAY;
        } else if (type instanceof TypeIr.SubMessage) {
            return AttributeKind.SUB_MESSAGE;
        } else if (type instanceof TypeIr.Pad) {
            return AttributeKind.PAD;
        } else if (type instanceof TypeIr.Unused) {
            return AttributeKind.UNUSED;
        }
        return AttributeKind.BINARY;
    }

    private static FieldOrder order(TypeIr.Scalar type) {
        if (type.order() == WireOrder.HOST) {
            return FieldOrder.HOST;
        }
        return type.order() == WireOrder.BIG_ENDIAN ? FieldOrder.BIG : FieldOrder.LITTLE;
    }

    private static DisplayHint hint(Optional<io.jnetlink.spec.ir.DisplayHint> hint) {
        return hint.map(h -> DisplayHint.valueOf(h.name())).orElse(DisplayHint.NONE);
    }
}
