package io.jnetlink.samples.nl.decode;

import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import io.jnetlink.spec.ir.TypeIr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What generated classes of a family are called: sets, structs, enums and bodies have name spaces of their own in a
 * spec, but share one package.
 *
 * <p>Immutable once made.
 */
final class GeneratedNames {

    private final Set<String> used = new HashSet<>(
            Set.of("Builder", "Override", "Object", "String", "Integer", "Long", "Deprecated", "Math", "Class"));
    private final Map<String, String> enums = new HashMap<>();
    private final Map<String, String> flags = new HashMap<>();
    private final Map<String, String> structs = new HashMap<>();
    private final Map<String, String> sets = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private final String operations;

    GeneratedNames(Family family) {
        operations = take(JavaNames.type(family.name()), "Family", "Schema", "Groups", "Constants");
        Set<String> asFlags = new HashSet<>();
        Set<String> asNumbers = new HashSet<>();
        scalars(family).forEach(s -> s.enumName().ifPresent(s.asFlags() ? asFlags::add : asNumbers::add));
        for (EnumIr each : family.enums()) {
            boolean flagsOnly = each.flags() || asFlags.contains(each.name()) && !asNumbers.contains(each.name());
            if (!flagsOnly) {
                enums.put(each.name(), take(JavaNames.type(each.name()), "Enum"));
            }
            if (flagsOnly || asFlags.contains(each.name())) {
                flags.put(each.name(), take(JavaNames.type(each.name()), "Flags"));
            }
        }
        family.structs().forEach(s -> structs.put(s.name(), take(JavaNames.type(s.name()), "Struct", "View")));
        family.attributeSets()
                .forEach(s -> sets.put(s.name(), take(JavaNames.type(s.name()), "Attrs", "View", "Reader")));
        bodies(family);
    }

    private static Stream<TypeIr.Scalar> scalars(Family family) {
        Stream<TypeIr> attributes = family.attributeSets().stream()
                .flatMap(s -> s.attributes().stream())
                .flatMap(a -> Stream.of(a.type(), a.sentType()));
        Stream<TypeIr> members =
                family.structs().stream().flatMap(s -> s.members().stream()).map(m -> m.type());
        return Stream.concat(attributes, members)
                .map(GeneratedNames::innermost)
                .flatMap(t -> t instanceof TypeIr.Scalar scalar ? Stream.of(scalar) : Stream.empty());
    }

    private static TypeIr innermost(TypeIr type) {
        if (type instanceof TypeIr.ScalarArray array) {
            return array.element();
        } else if (type instanceof TypeIr.IndexedArray array) {
            return innermost(array.element());
        }
        return type instanceof TypeIr.NestTypeValue nest ? innermost(nest.inner()) : type;
    }

    private void bodies(Family family) {
        Map<String, Set<String>> headers = new LinkedHashMap<>();
        for (Operation operation : family.operations()) {
            if (operation.kind() != OperationKind.RESERVED
                    && operation.fixedHeader().isPresent()) {
                headers.computeIfAbsent(operation.attributeSet().orElse("no-attrs"), s -> new LinkedHashSet<>())
                        .add(operation.fixedHeader().get());
            }
        }
        headers.forEach((set, all) -> all.forEach(header -> {
            String stem = set.replaceFirst("[-_](attrs|attributes)$", "") + "-message";
            String name = all.size() == 1 ? stem : stem + "-" + header;
            bodies.put(set + " " + header, take(JavaNames.type(name), "Body", "View"));
        }));
    }

    private String take(String stem, String suffix, String... derived) {
        String candidate = stem;
        while (!isFree(candidate, derived)) {
            candidate = candidate.equals(stem) ? stem + suffix : candidate + "_";
        }
        used.add(candidate);
        for (String each : derived) {
            used.add(candidate + each);
        }
        return candidate;
    }

    private boolean isFree(String name, String... derived) {
        return !used.contains(name) && Stream.of(derived).noneMatch(d -> used.contains(name + d));
    }

    /** The constant of an operation. */
    String operation(Operation operation) {
        return operations + "." + JavaNames.constant(operation.name());
    }

    String enumeration(String name) {
        return enums.getOrDefault(name, JavaNames.type(name));
    }

    String flags(String name) {
        return flags.getOrDefault(name, JavaNames.type(name));
    }

    String struct(String name) {
        return structs.getOrDefault(name, JavaNames.type(name));
    }

    String set(String name) {
        return sets.getOrDefault(name, JavaNames.type(name));
    }

    String body(String set, String header) {
        return bodies.getOrDefault(set + " " + header, set(set));
    }

    /** The setters of an attribute set, by attribute: names that collide get underscores. */
    Map<String, String> setters(List<AttributeIr> attributes) {
        Map<String, String> setters = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (AttributeIr attribute : attributes) {
            boolean silent = attribute.type() instanceof TypeIr.Pad || attribute.type() instanceof TypeIr.Unused;
            if (!silent && !setters.containsKey(attribute.name())) {
                String name = JavaNames.member(attribute.name());
                while (!taken.add(name)) {
                    name += "_";
                }
                setters.put(attribute.name(), name);
            }
        }
        return setters;
    }
}
