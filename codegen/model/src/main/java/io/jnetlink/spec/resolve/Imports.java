package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.ImportIr;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.SubMessageIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a family takes from others: what its spec names, and all that this needs.
 *
 * <p>Not thread-safe.
 */
final class Imports {
    private final Map<String, EnumIr> enums = new LinkedHashMap<>();
    private final Map<String, StructIr> structs = new LinkedHashMap<>();
    private final Map<String, AttributeSetIr> attributeSets = new LinkedHashMap<>();
    private final Map<String, SubMessageIr> subMessages = new LinkedHashMap<>();
    private final Map<String, Home> homes = new LinkedHashMap<>();

    /** The elements that one family defines. */
    private record Home(
            Family family, Set<String> enums, Set<String> structs, Set<String> attributeSets, Set<String> subMessages) {
        Home(Family family) {
            this(family, new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    Map<String, EnumIr> enums() {
        return enums;
    }

    Map<String, StructIr> structs() {
        return structs;
    }

    Map<String, AttributeSetIr> attributeSets() {
        return attributeSets;
    }

    Map<String, SubMessageIr> subMessages() {
        return subMessages;
    }

    /** Returns the elements by the family that defines them. */
    List<ImportIr> homes() {
        return homes.values().stream()
                .map(h -> new ImportIr(h.family(), h.enums(), h.structs(), h.attributeSets(), h.subMessages()))
                .toList();
    }

    /** Reports elements that the importing family has too. */
    void reportClashes(Section family, Definitions definitions, Set<String> ownSets, Set<String> ownSubMessages) {
        reportClash(family, "enum", enums.keySet(), definitions.enums.keySet());
        reportClash(family, "struct", structs.keySet(), definitions.structs.keySet());
        reportClash(family, "attribute-set", attributeSets.keySet(), ownSets);
        reportClash(family, "sub-message", subMessages.keySet(), ownSubMessages);
    }

    private static void reportClash(Section family, String noun, Set<String> imported, Set<String> own) {
        for (String name : imported) {
            if (own.contains(name)) {
                String message = "%s '%s' is imported, so it cannot be defined here".formatted(noun, name);
                family.report("x-import", Rule.DUPLICATE_NAME, message);
            }
        }
    }

    void addStruct(Section section, Family from, String name) {
        StructIr struct = from.struct(name);
        if (add(section, structs, struct, name, home(from, ImportIr::structs, name), Home::structs)) {
            for (MemberIr member : struct.members()) {
                addUsed(section, from, member.type());
            }
        }
    }

    void addAttributeSet(Section section, Family from, String name) {
        AttributeSetIr set = from.attributeSet(name);
        if (add(section, attributeSets, set, name, home(from, ImportIr::attributeSets, name), Home::attributeSets)) {
            set.subsetOf().ifPresent(main -> addAttributeSet(section, from, main));
            for (AttributeIr attribute : set.attributes()) {
                addUsed(section, from, attribute.type());
                attribute.requestType().ifPresent(type -> addUsed(section, from, type));
                attribute.checks().flagsMask().ifPresent(flags -> addEnum(section, from, flags));
            }
        }
    }

    private void addEnum(Section section, Family from, String name) {
        add(section, enums, from.enumeration(name), name, home(from, ImportIr::enums, name), Home::enums);
    }

    private void addSubMessage(Section section, Family from, String name) {
        SubMessageIr subMessage = from.subMessage(name);
        Family home = home(from, ImportIr::subMessages, name);
        if (add(section, subMessages, subMessage, name, home, Home::subMessages)) {
            for (FormatIr format : subMessage.formats()) {
                format.fixedHeader().ifPresent(header -> addStruct(section, from, header));
                format.attributeSet().ifPresent(set -> addAttributeSet(section, from, set));
            }
        }
    }

    private void addUsed(Section section, Family from, TypeIr type) {
        if (type instanceof TypeIr.Scalar scalar) {
            scalar.enumName().ifPresent(name -> addEnum(section, from, name));
        } else if (type instanceof TypeIr.Bitfield32 bits) {
            bits.enumName().ifPresent(name -> addEnum(section, from, name));
        } else if (type instanceof TypeIr.ScalarArray array) {
            addUsed(section, from, array.element());
        } else if (type instanceof TypeIr.Struct struct) {
            addStruct(section, from, struct.structName());
        } else if (type instanceof TypeIr.StructArray array) {
            addStruct(section, from, array.structName());
        } else if (type instanceof TypeIr.Nest nest) {
            addAttributeSet(section, from, nest.attributeSet());
        } else if (type instanceof TypeIr.NestTypeValue nest) {
            addUsed(section, from, nest.inner());
        } else if (type instanceof TypeIr.IndexedArray array) {
            addUsed(section, from, array.element());
        } else if (type instanceof TypeIr.SubMessage message) {
            message.selector().enumName().ifPresent(name -> addEnum(section, from, name));
            addSubMessage(section, from, message.subMessageName());
        }
    }

    private static Family home(Family from, Function<ImportIr, Set<String>> kind, String name) {
        return from.imports().stream()
                .filter(i -> kind.apply(i).contains(name))
                .map(ImportIr::family)
                .findFirst()
                .orElse(from);
    }

    /** Returns whether the element is new, so that what it uses must be added too. */
    private <T> boolean add(
            Section section,
            Map<String, T> elements,
            T element,
            String name,
            Family family,
            Function<Home, Set<String>> kind) {
        Home home = homes.computeIfAbsent(family.name(), n -> new Home(family));
        boolean isNew = elements.putIfAbsent(name, element) == null;
        if (isNew) {
            kind.apply(home).add(name);
        } else if (!kind.apply(home).contains(name)) {
            String message = "'%s' comes from two families, so one of them must call it something else";
            section.report(Rule.DUPLICATE_NAME, message.formatted(name));
        }
        return isNew;
    }
}
