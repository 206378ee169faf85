package io.jnetlink.dynamic.schema;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.DisplayHint;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.TypeVisitor;
import io.jnetlink.spec.ir.WireOrder;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes the run-time schema of attributes.
 *
 * <p>Immutable.
 */
final class AttributeSchemas {

    private final Family family;
    private final EnumReadings readings;

    AttributeSchemas(Family family, EnumReadings readings) {
        this.family = family;
        this.readings = readings;
    }

    AttributeSchema attribute(AttributeIr attribute) {
        AttributeSchema schema = AttributeSchema.of(
                attribute.number(),
                attribute.name(),
                attribute.cName().orElse(attribute.name()),
                kind(attribute.type()));
        schema = attribute.type().accept(new Details()).apply(schema);
        if (attribute.requestType().isPresent()) {
            schema = schema.withRequestKind(kind(attribute.requestType().get()));
        }
        if (attribute.displayHint().isPresent()) {
            schema = schema.withHint(hint(attribute.displayHint()));
        }
        return attribute.multiple() ? schema.withMulti() : schema;
    }

    static AttributeKind kind(TypeIr type) {
        return type.accept(new Kind());
    }

    static FieldOrder order(WireOrder order) {
        return switch (order) {
            case HOST -> FieldOrder.HOST;
            case BIG_ENDIAN -> FieldOrder.BIG;
            case LITTLE_ENDIAN -> FieldOrder.LITTLE;
        };
    }

    static DisplayHint hint(Optional<io.jnetlink.spec.ir.DisplayHint> hint) {
        return hint.map(h -> DisplayHint.valueOf(h.name())).orElse(DisplayHint.NONE);
    }

    String enumName(String name, boolean asFlags) {
        return asFlags ? readings.flagsName(family.enumeration(name)) : name;
    }

    private static final class Kind implements TypeVisitor<AttributeKind> {
        @Override
        public AttributeKind scalar(TypeIr.Scalar type) {
            return AttributeKind.valueOf(type.kind().name());
        }

        @Override
        public AttributeKind bitfield32(TypeIr.Bitfield32 type) {
            return AttributeKind.BITFIELD32;
        }

        @Override
        public AttributeKind flag(TypeIr.Flag type) {
            return AttributeKind.FLAG;
        }

        @Override
        public AttributeKind text(TypeIr.Text type) {
            return AttributeKind.STRING;
        }

        @Override
        public AttributeKind binary(TypeIr.Binary type) {
            return AttributeKind.BINARY;
        }

        @Override
        public AttributeKind struct(TypeIr.Struct type) {
            return AttributeKind.BINARY;
        }

        @Override
        public AttributeKind structArray(TypeIr.StructArray type) {
            return AttributeKind.BINARY;
        }

        @Override
        public AttributeKind scalarArray(TypeIr.ScalarArray type) {
            return AttributeKind.BINARY;
        }

        @Override
        public AttributeKind nest(TypeIr.Nest type) {
            return AttributeKind.NEST;
        }

        @Override
        public AttributeKind nestTypeValue(TypeIr.NestTypeValue type) {
            return AttributeKind.NEST_TYPE_VALUE;
        }

        @Override
        public AttributeKind indexedArray(TypeIr.IndexedArray type) {
            return AttributeKind.INDEXED_ARRAY;
        }

        @Override
        public AttributeKind subMessage(TypeIr.SubMessage type) {
            return AttributeKind.SUB_MESSAGE;
        }

        @Override
        public AttributeKind pad(TypeIr.Pad type) {
            return AttributeKind.PAD;
        }

        @Override
        public AttributeKind unused(TypeIr.Unused type) {
            return AttributeKind.UNUSED;
        }
    }

    /** What a type says beside its kind. */
    private final class Details implements TypeVisitor<UnaryOperator<AttributeSchema>> {

        @Override
        public UnaryOperator<AttributeSchema> scalar(TypeIr.Scalar type) {
            return schema -> {
                AttributeSchema ordered =
                        type.order() == WireOrder.HOST ? schema : schema.withByteOrder(order(type.order()));
                return type.enumName()
                        .map(name -> ordered.withEnum(enumName(name, type.asFlags())))
                        .orElse(ordered);
            };
        }

        @Override
        public UnaryOperator<AttributeSchema> bitfield32(TypeIr.Bitfield32 type) {
            return UnaryOperator.identity();
        }

        @Override
        public UnaryOperator<AttributeSchema> flag(TypeIr.Flag type) {
            return UnaryOperator.identity();
        }

        @Override
        public UnaryOperator<AttributeSchema> text(TypeIr.Text type) {
            return UnaryOperator.identity();
        }

        @Override
        public UnaryOperator<AttributeSchema> binary(TypeIr.Binary type) {
            return UnaryOperator.identity();
        }

        @Override
        public UnaryOperator<AttributeSchema> struct(TypeIr.Struct type) {
            return schema -> schema.withStruct(type.structName());
        }

        @Override
        public UnaryOperator<AttributeSchema> structArray(TypeIr.StructArray type) {
            return schema -> schema.withElement(AttributeKind.BINARY).withStruct(type.structName());
        }

        @Override
        public UnaryOperator<AttributeSchema> scalarArray(TypeIr.ScalarArray type) {
            return element(type.element());
        }

        @Override
        public UnaryOperator<AttributeSchema> nest(TypeIr.Nest type) {
            return schema -> schema.withNested(type.attributeSet());
        }

        @Override
        public UnaryOperator<AttributeSchema> nestTypeValue(TypeIr.NestTypeValue type) {
            return UnaryOperator.identity();
        }

        @Override
        public UnaryOperator<AttributeSchema> indexedArray(TypeIr.IndexedArray type) {
            return element(type.element());
        }

        private UnaryOperator<AttributeSchema> element(TypeIr element) {
            return schema -> element.accept(this).apply(schema.withElement(kind(element)));
        }

        @Override
        public UnaryOperator<AttributeSchema> subMessage(TypeIr.SubMessage type) {
            return schema ->
                    schema.withSubMessage(type.subMessageName(), type.selector().attribute());
        }

        @Override
        public UnaryOperator<AttributeSchema> pad(TypeIr.Pad type) {
            return UnaryOperator.identity();
        }

        @Override
        public UnaryOperator<AttributeSchema> unused(TypeIr.Unused type) {
            return UnaryOperator.identity();
        }
    }
}
