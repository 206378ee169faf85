package io.jnetlink.samples.nl;

import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.TypeVisitor;
import io.jnetlink.spec.ir.WireOrder;

/** Types in the words of the spec language. Stateless. */
final class TypeText implements TypeVisitor<String> {

    static String of(TypeIr type) {
        return type.accept(new TypeText());
    }

    @Override
    public String scalar(TypeIr.Scalar type) {
        String order = type.order() == WireOrder.BIG_ENDIAN ? ", big-endian" : "";
        return type.kind().specName()
                + order
                + type.enumName()
                        .map(e -> (type.asFlags() ? ", flags " : ", enum ") + e)
                        .orElse("");
    }

    @Override
    public String bitfield32(TypeIr.Bitfield32 type) {
        return "bitfield32" + type.enumName().map(e -> ", flags " + e).orElse("");
    }

    @Override
    public String flag(TypeIr.Flag type) {
        return "flag";
    }

    @Override
    public String text(TypeIr.Text type) {
        return "string";
    }

    @Override
    public String binary(TypeIr.Binary type) {
        return "binary";
    }

    @Override
    public String struct(TypeIr.Struct type) {
        return "struct " + type.structName();
    }

    @Override
    public String structArray(TypeIr.StructArray type) {
        return "array of struct " + type.structName();
    }

    @Override
    public String scalarArray(TypeIr.ScalarArray type) {
        return "array of " + type.element().accept(this);
    }

    @Override
    public String nest(TypeIr.Nest type) {
        return "nest of " + type.attributeSet();
    }

    @Override
    public String nestTypeValue(TypeIr.NestTypeValue type) {
        return "nest by " + String.join(", ", type.levels()) + " of "
                + type.inner().accept(this);
    }

    @Override
    public String indexedArray(TypeIr.IndexedArray type) {
        return "indexed array of " + type.element().accept(this);
    }

    @Override
    public String subMessage(TypeIr.SubMessage type) {
        return "sub-message " + type.subMessageName() + " by " + type.selector().attribute();
    }

    @Override
    public String pad(TypeIr.Pad type) {
        return "pad";
    }

    @Override
    public String unused(TypeIr.Unused type) {
        return "unused";
    }
}
