package io.jnetlink.dynamic.schema;

import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.EnumSchema;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.schema.StructSchema;
import io.jnetlink.schema.SubMessageSchema;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Exchange;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import io.jnetlink.spec.ir.OperationMessage;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.SubMessageIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Makes the run-time schema of a family: the same that generated code brings with it.
 *
 * <p>Immutable.
 */
public final class SchemaFactory {

    /** The set of operations that carry no attributes. */
    public static final String NO_ATTRIBUTES = "no-attrs";

    private static final int NONE = -1;

    private final Family family;
    private final EnumReadings readings;
    private final AttributeSchemas attributes;

    private SchemaFactory(Family family) {
        this.family = family;
        this.readings = new EnumReadings(family);
        this.attributes = new AttributeSchemas(family, readings);
    }

    /** The schema of a family. */
    public static FamilySchema schemaOf(Family family) {
        return new SchemaFactory(family).make();
    }

    /** The numbers of an operation: those of the single request, or else of the dump; -1 for one that is missing. */
    public static OperationSchema operation(Operation operation) {
        return new OperationSchema(
                operation.name(),
                request(operation),
                reply(operation),
                operation.fixedHeader().orElse(null),
                operation.attributeSet().orElse(NO_ATTRIBUTES));
    }

    private FamilySchema make() {
        FamilySchema.Builder schema = family.protocol().isGeneric()
                ? FamilySchema.generic(family.name())
                : FamilySchema.raw(family.name(), family.protocolNumber());
        family.enums().forEach(e -> addEnum(schema, e));
        family.structs().forEach(s -> schema.struct(struct(s)));
        family.attributeSets().forEach(s -> schema.set(s.name(), set(s)));
        family.attributeSets().stream().filter(AttributeSetIr::ordered).forEach(s -> schema.ordered(s.name()));
        family.subMessages().forEach(s -> schema.subMessage(subMessage(s)));
        for (Operation operation : family.operations()) {
            if (operation.kind() != OperationKind.RESERVED) {
                if (operation.attributeSet().isEmpty()) {
                    schema.set(NO_ATTRIBUTES);
                }
                schema.operation(operation(operation));
            }
        }
        family.multicastGroups().forEach(g -> schema.group(g.name(), g.number().orElse(0)));
        return schema.version(family.version()).build();
    }

    private void addEnum(FamilySchema.Builder schema, EnumIr enumIr) {
        if (readings.asValues(enumIr)) {
            schema.enumeration(entries(EnumSchema.enumeration(enumIr.name()), enumIr, EntryIr::value));
        }
        if (readings.asFlags(enumIr)) {
            schema.enumeration(entries(EnumSchema.flags(readings.flagsName(enumIr)), enumIr, EntryIr::mask));
        }
    }

    private static EnumSchema entries(EnumSchema.Builder builder, EnumIr enumIr, ToLongFunction<EntryIr> value) {
        enumIr.entries().forEach(e -> builder.entry(e.name(), value.applyAsLong(e)));
        return builder.build();
    }

    private AttributeSchema[] set(AttributeSetIr set) {
        Map<String, AttributeSchema> distinct = new LinkedHashMap<>();
        for (AttributeIr attribute : set.attributes()) {
            // A subset may list an attribute twice; the first counts.
            distinct.computeIfAbsent(attribute.name(), n -> attributes.attribute(attribute));
        }
        return distinct.values().toArray(AttributeSchema[]::new);
    }

    private StructSchema struct(StructIr struct) {
        StructSchema.Builder builder = StructSchema.builder(struct.name(), struct.size());
        for (MemberIr member : struct.members()) {
            if (!(member.type() instanceof TypeIr.Pad)) {
                addMember(builder, member);
            }
        }
        return builder.build();
    }

    private void addMember(StructSchema.Builder builder, MemberIr member) {
        if (member.type() instanceof TypeIr.Struct inner) {
            builder.structMember(member.name(), member.offset(), member.size(), inner.structName());
            return;
        }
        FieldOrder order = FieldOrder.HOST;
        if (member.type() instanceof TypeIr.Scalar scalar) {
            order = AttributeSchemas.order(scalar.order());
            if (scalar.enumName().isPresent()) {
                builder.enumMember(
                        member.name(),
                        member.offset(),
                        member.size(),
                        AttributeSchemas.kind(scalar),
                        order,
                        attributes.enumName(scalar.enumName().get(), scalar.asFlags()));
                return;
            }
        }
        builder.member(
                member.name(),
                member.offset(),
                member.size(),
                AttributeSchemas.kind(member.type()),
                order,
                AttributeSchemas.hint(member.displayHint()));
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

    private static int request(Operation operation) {
        return exchanges(operation)
                .map(Exchange::request)
                .map(OperationMessage::number)
                .findFirst()
                .orElse(NONE);
    }

    private static int reply(Operation operation) {
        return operation
                .message()
                .or(() -> exchanges(operation).flatMap(e -> e.reply().stream()).findFirst())
                .map(OperationMessage::number)
                .orElse(NONE);
    }

    private static Stream<Exchange> exchanges(Operation operation) {
        return Stream.of(operation.doExchange(), operation.dumpExchange()).flatMap(e -> e.stream());
    }
}
