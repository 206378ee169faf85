package io.jnetlink.dynamic.bind;

import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.TypeVisitor;

/** What messages call the types of a spec. Stateless. */
final class SpecWords implements TypeVisitor<String> {

    static String of(TypeIr type) {
        return type.accept(new SpecWords());
    }

    @Override
    public String scalar(TypeIr.Scalar type) {
        String name = type.kind().specName();
        return type.enumName()
                .map(e -> name + (type.asFlags() ? " with flags " : " with enum ") + e)
                .orElse(name);
    }

    @Override
    public String bitfield32(TypeIr.Bitfield32 type) {
        return "bitfield32";
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
        return "nest-type-value of " + String.join(", ", type.levels());
    }

    @Override
    public String indexedArray(TypeIr.IndexedArray type) {
        return "indexed-array of " + type.element().accept(this);
    }

    @Override
    public String subMessage(TypeIr.SubMessage type) {
        return "sub-message " + type.subMessageName();
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
