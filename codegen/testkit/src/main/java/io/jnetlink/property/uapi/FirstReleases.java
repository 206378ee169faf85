package io.jnetlink.property.uapi;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.ConstantIr;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which kernel release first had the parts of a spec. They say so themselves, or else an enum or a struct is as old as the
 * oldest attribute that uses it.
 *
 * <p>Immutable.
 */
final class FirstReleases {

    private final Map<String, List<Optional<KernelVersion>>> uses = new HashMap<>();

    FirstReleases(Family family) {
        family.attributeSets().forEach(set -> set.attributes().forEach(a -> note(a.type(), of(a))));
        for (StructIr struct : family.structs()) {
            struct.members().stream().map(MemberIr::type).forEach(type -> note(type, of(struct)));
        }
    }

    Optional<KernelVersion> of(AttributeIr attribute) {
        return attribute.since().map(KernelVersion::parse);
    }

    Optional<KernelVersion> of(EnumIr definition, EntryIr entry) {
        return definition.since(entry).map(KernelVersion::parse).or(() -> oldest(key("enum", definition.name())));
    }

    Optional<KernelVersion> of(StructIr struct) {
        return struct.since().map(KernelVersion::parse).or(() -> oldest(key("struct", struct.name())));
    }

    Optional<KernelVersion> of(ConstantIr constant) {
        return constant.since().map(KernelVersion::parse);
    }

    Optional<KernelVersion> of(Operation operation) {
        return operation.since().map(KernelVersion::parse);
    }

    private Optional<KernelVersion> oldest(String key) {
        List<Optional<KernelVersion>> of = uses.getOrDefault(key, List.of());
        return of.stream().allMatch(Optional::isPresent)
                ? of.stream().flatMap(Optional::stream).min(KernelVersion::compareTo)
                : Optional.empty();
    }

    private void note(TypeIr type, Optional<KernelVersion> since) {
        if (type instanceof TypeIr.Scalar scalar) {
            scalar.enumName().ifPresent(name -> note(key("enum", name), since));
        } else if (type instanceof TypeIr.Bitfield32 bitfield) {
            bitfield.enumName().ifPresent(name -> note(key("enum", name), since));
        } else if (type instanceof TypeIr.ScalarArray array) {
            note(array.element(), since);
        } else if (type instanceof TypeIr.IndexedArray array) {
            note(array.element(), since);
        } else if (type instanceof TypeIr.NestTypeValue nest) {
            note(nest.inner(), since);
        } else if (type instanceof TypeIr.StructArray array) {
            note(key("struct", array.structName()), since);
        } else if (type instanceof TypeIr.Struct struct) {
            note(key("struct", struct.structName()), since);
        }
    }

    private void note(String key, Optional<KernelVersion> since) {
        uses.computeIfAbsent(key, k -> new ArrayList<>()).add(since);
    }

    private static String key(String what, String name) {
        return what + " " + name;
    }
}
