package io.jnetlink.generator.mapping;

import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.Checks;
import io.jnetlink.spec.ir.DisplayHint;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.WireOrder;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Chooses the mapping of a payload type.
 *
 * <p>Immutable.
 */
public final class Mappings {

    private final Family family;
    private final FamilyTypes types;

    /** For the payloads of one family. */
    public Mappings(Family family, FamilyTypes types) {
        this.family = family;
        this.types = types;
    }

    /** The family's types. */
    public FamilyTypes types() {
        return types;
    }

    /** The family. */
    public Family family() {
        return family;
    }

    /**
     * The mapping of a payload: of the attribute itself, or of an element in it.
     *
     * @param attribute whose checks, hint and wire rules hold
     * @param type the payload
     */
    TypeMapping payload(AttributeIr attribute, TypeIr type) {
        LengthLimits limits = LengthLimits.of(attribute.checks());
        if (type instanceof TypeIr.Scalar scalar) {
            return number(attribute, scalar);
        } else if (type instanceof TypeIr.Bitfield32) {
            return new Bitfield32Mapping();
        } else if (type instanceof TypeIr.Text) {
            return new TextMapping(limits, attribute.terminated());
        } else if (type instanceof TypeIr.Struct struct) {
            return new StructMapping(types.struct(struct.structName()), types.structView(struct.structName()));
        } else if (type instanceof TypeIr.StructArray array) {
            StructIr struct = family.struct(array.structName());
            return new StructsMapping(types.struct(struct.name()), struct.size());
        } else if (type instanceof TypeIr.ScalarArray array) {
            return new NumbersMapping(format(array.element()), limits);
        } else if (type instanceof TypeIr.Nest nest) {
            return nest(nest.attributeSet(), attribute.nestFlag());
        }
        return bytes(attribute.displayHint(), limits);
    }

    NestMapping nest(String set, boolean flagged) {
        return new NestMapping(
                types.set(set), types.setReader(set), types.setView(set), flagged, types.isForeignSet(set));
    }

    /** The number that a scalar is. */
    static NumberFormat format(TypeIr.Scalar scalar) {
        return new NumberFormat(scalar.kind(), scalar.order());
    }

    /** What a scalar stands for. */
    NumberMeaning meaning(TypeIr.Scalar scalar) {
        if (scalar.enumName().isEmpty()) {
            return new NumberMeaning.Plain();
        }
        String name = scalar.enumName().get();
        return scalar.asFlags()
                ? new NumberMeaning.Flags(types.flags(name))
                : new NumberMeaning.Enumerated(types.enumeration(name));
    }

    /** A number in network order that people read as an address. */
    static boolean isIpv4Number(TypeIr.Scalar scalar, Optional<DisplayHint> hint) {
        return scalar.kind() == ScalarKind.U32
                && scalar.order() == WireOrder.BIG_ENDIAN
                && scalar.enumName().isEmpty()
                && hint.filter(h -> h == DisplayHint.IPV4 || h == DisplayHint.IPV4_OR_V6)
                        .isPresent();
    }

    private TypeMapping number(AttributeIr attribute, TypeIr.Scalar scalar) {
        if (isIpv4Number(scalar, attribute.displayHint())) {
            return new IpAddressMapping(4);
        }
        Checks checks = attribute.checks();
        OptionalLong allowedBits = checks.flagsMask()
                .map(name -> OptionalLong.of(family.enumeration(name).allBits()))
                .orElse(OptionalLong.empty());
        boolean orFlag =
                attribute.requestType().filter(TypeIr.Flag.class::isInstance).isPresent();
        return new NumberMapping(format(scalar), meaning(scalar), checks, allowedBits, orFlag);
    }

    private static TypeMapping bytes(Optional<DisplayHint> hint, LengthLimits limits) {
        return switch (hint.orElse(DisplayHint.HEX)) {
            case MAC -> new HardwareAddressMapping(limits);
            case IPV4 -> new IpAddressMapping(4);
            case IPV6 -> new IpAddressMapping(16);
            case IPV4_OR_V6 -> new IpAddressMapping(0);
            case HEX, FDDI, UUID -> new BytesMapping(limits);
        };
    }
}
