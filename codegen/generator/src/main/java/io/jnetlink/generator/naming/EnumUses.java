package io.jnetlink.generator.naming;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.HashSet;
import java.util.Set;

/**
 * Which enums are used as flags, as plain numbers, or as both: the spec language leaves that to each use.
 *
 * <p>Immutable once made.
 */
final class EnumUses {

    private final Set<String> asFlags = new HashSet<>();
    private final Set<String> asNumber = new HashSet<>();

    EnumUses(Family family) {
        for (AttributeSetIr set : family.attributeSets()) {
            for (AttributeIr attribute : set.attributes()) {
                note(attribute.type());
                attribute.requestType().ifPresent(this::note);
            }
        }
        for (StructIr struct : family.structs()) {
            struct.members().stream().map(MemberIr::type).forEach(this::note);
        }
    }

    boolean usedAsFlags(String enumName) {
        return asFlags.contains(enumName);
    }

    boolean usedAsNumber(String enumName) {
        return asNumber.contains(enumName);
    }

    private void note(TypeIr type) {
        if (type instanceof TypeIr.Scalar scalar) {
            scalar.enumName().ifPresent(scalar.asFlags() ? asFlags::add : asNumber::add);
        } else if (type instanceof TypeIr.ScalarArray array) {
            note(array.element());
        } else if (type instanceof TypeIr.IndexedArray array) {
            note(array.element());
        } else if (type instanceof TypeIr.NestTypeValue nest) {
            note(nest.inner());
        }
    }
}
