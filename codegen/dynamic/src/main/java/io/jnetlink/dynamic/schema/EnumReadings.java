package io.jnetlink.dynamic.schema;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether an enum is read as single values, as flags, or as both: the spec language leaves that to each use.
 *
 * <p>Immutable once made.
 */
final class EnumReadings {

    private final Set<String> asFlags = new HashSet<>();
    private final Set<String> asNumber = new HashSet<>();

    EnumReadings(Family family) {
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

    boolean asValues(EnumIr enumIr) {
        return !flagsOnly(enumIr);
    }

    boolean asFlags(EnumIr enumIr) {
        return flagsOnly(enumIr) || asFlags.contains(enumIr.name());
    }

    /** Name in the schema of the enum read as flags; differs from the spec's where both readings are in use. */
    String flagsName(EnumIr enumIr) {
        return asValues(enumIr) ? enumIr.name() + "-flags" : enumIr.name();
    }

    private boolean flagsOnly(EnumIr enumIr) {
        return enumIr.flags() || asFlags.contains(enumIr.name()) && !asNumber.contains(enumIr.name());
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
