package io.jnetlink.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.jnetlink.generator.mapping.Literals;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.TypeVisitor;
import io.jnetlink.spec.ir.WireOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Expressions that make the run-time schema of attributes.
 *
 * <p>Immutable.
 */
final class AttributeSchemaCode {

    private final FamilyTypes types;

    AttributeSchemaCode(FamilyTypes types) {
        this.types = types;
    }

    /** A set's attributes; one that a subset lists twice counts once. */
    static List<AttributeIr> distinct(AttributeSetIr set) {
        Set<String> seen = new HashSet<>();
        List<AttributeIr> distinct = new ArrayList<>();
        for (AttributeIr attribute : set.attributes()) {
            if (seen.add(attribute.name())) {
                distinct.add(attribute);
            }
        }
        return distinct;
    }

    CodeBlock attribute(AttributeIr attribute) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.add(
                "$T.of($L, $S, $S, $L)",
                CoreTypes.ATTRIBUTE_SCHEMA,
                attribute.number(),
                attribute.name(),
                attribute.cName().orElse(attribute.name()),
                kind(attribute.type()));
        code.add(attribute.type().accept(new Details(types)));
        attribute.requestType().ifPresent(t -> code.add(".withRequestKind($L)", kind(t)));
        attribute.displayHint().ifPresent(h -> code.add(".withHint($T.$L)", CoreTypes.DISPLAY_HINT, h.name()));
        if (attribute.multiple()) {
            code.add(".withMulti()");
        }
        return code.build();
    }

    /** A constant of {@code AttributeKind}. */
    static CodeBlock kind(TypeIr type) {
        return CodeBlock.of("$T.$L", CoreTypes.ATTRIBUTE_KIND, type.accept(new Kind()));
    }

    /** Name of the kind of a type. */
    private record Kind() implements TypeVisitor<String> {
        @Override
        public String scalar(TypeIr.Scalar type) {
            return type.kind().name();
        }

        @Override
        public String bitfield32(TypeIr.Bitfield32 type) {
            return "BITFIELD32";
        }

        @Override
        public String flag(TypeIr.Flag type) {
            return "FLAG";
        }

        @Override
        public String text(TypeIr.Text type) {
            return "STRING";
        }

        @Override
        public String binary(TypeIr.Binary type) {
            return "BINARY";
        }

        @Override
        public String struct(TypeIr.Struct type) {
            return "BINARY";
        }

        @Override
        public String structArray(TypeIr.StructArray type) {
            return "BINARY";
        }

        @Override
        public String scalarArray(TypeIr.ScalarArray type) {
            return "BINARY";
        }

        @Override
        public String nest(TypeIr.Nest type) {
            return "NEST";
        }

        @Override
        public String nestTypeValue(TypeIr.NestTypeValue type) {
            return "NEST_TYPE_VALUE";
        }

        @Override
        public String indexedArray(TypeIr.IndexedArray type) {
            return "INDEXED_ARRAY";
        }

        @Override
        public String subMessage(TypeIr.SubMessage type) {
            return "SUB_MESSAGE";
        }

        @Override
        public String pad(TypeIr.Pad type) {
            return "PAD";
        }

        @Override
        public String unused(TypeIr.Unused type) {
            return "UNUSED";
        }
    }

    /** Calls that refine a schema by what a type says beside its kind. */
    private record Details(FamilyTypes types) implements TypeVisitor<CodeBlock> {

        private static final CodeBlock NOTHING = CodeBlock.of("");

        @Override
        public CodeBlock scalar(TypeIr.Scalar type) {
            CodeBlock.Builder code = CodeBlock.builder();
            if (type.order() != WireOrder.HOST) {
                code.add(".withByteOrder($L)", Literals.fieldOrder(type.order()));
            }
            type.enumName()
                    .map(name -> type.asFlags() ? types.flagsSchemaName(name) : name)
                    .ifPresent(name -> code.add(".withEnum($S)", name));
            return code.build();
        }

        @Override
        public CodeBlock bitfield32(TypeIr.Bitfield32 type) {
            return NOTHING;
        }

        @Override
        public CodeBlock flag(TypeIr.Flag type) {
            return NOTHING;
        }

        @Override
        public CodeBlock text(TypeIr.Text type) {
            return NOTHING;
        }

        @Override
        public CodeBlock binary(TypeIr.Binary type) {
            return NOTHING;
        }

        @Override
        public CodeBlock struct(TypeIr.Struct type) {
            return CodeBlock.of(".withStruct($S)", type.structName());
        }

        @Override
        public CodeBlock structArray(TypeIr.StructArray type) {
            return CodeBlock.of(".withElement($T.BINARY).withStruct($S)", CoreTypes.ATTRIBUTE_KIND, type.structName());
        }

        @Override
        public CodeBlock scalarArray(TypeIr.ScalarArray type) {
            return element(type.element());
        }

        @Override
        public CodeBlock nest(TypeIr.Nest type) {
            return CodeBlock.of(".withNested($S)", type.attributeSet());
        }

        @Override
        public CodeBlock nestTypeValue(TypeIr.NestTypeValue type) {
            return NOTHING;
        }

        @Override
        public CodeBlock indexedArray(TypeIr.IndexedArray type) {
            return element(type.element());
        }

        private CodeBlock element(TypeIr element) {
            return CodeBlock.of(".withElement($L)$L", kind(element), element.accept(this));
        }

        @Override
        public CodeBlock subMessage(TypeIr.SubMessage type) {
            return CodeBlock.of(
                    ".withSubMessage($S, $S)",
                    type.subMessageName(),
                    type.selector().attribute());
        }

        @Override
        public CodeBlock pad(TypeIr.Pad type) {
            return NOTHING;
        }

        @Override
        public CodeBlock unused(TypeIr.Unused type) {
            return NOTHING;
        }
    }
}
