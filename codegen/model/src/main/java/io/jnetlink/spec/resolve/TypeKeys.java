package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which keys mean something beside which type. A key that does not is a mistake in a main set; in a subset it may stem
 * from the main set, where a narrower type merely ignores it.
 *
 * <p>Immutable.
 */
final class TypeKeys {
    private static final Set<String> SCALAR =
            Set.of("byte-order", "enum", "enum-as-flags", "type-value", "checks", "display-hint", "x-request-type");
    private static final Set<String> NOTHING = Set.of();
    private static final Map<String, Set<String>> BY_TYPE = table();
    private static final List<String> TYPE_DEPENDENT = List.of(
            "byte-order",
            "enum",
            "enum-as-flags",
            "type-value",
            "checks",
            "display-hint",
            "struct",
            "x-struct-array",
            "sub-type",
            "nested-attributes",
            "sub-message",
            "selector",
            "multi-attr",
            "x-request-type");

    private TypeKeys() {}

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        table.put("unused", NOTHING);
        table.put("pad", NOTHING);
        table.put("flag", Set.of("x-request-type"));
        table.put(
                "binary",
                Set.of(
                        "struct",
                        "x-struct-array",
                        "sub-type",
                        "byte-order",
                        "enum",
                        "enum-as-flags",
                        "checks",
                        "display-hint",
                        "x-request-type"));
        table.put("bitfield32", Set.of("enum", "enum-as-flags", "x-request-type"));
        Words.SCALARS.keySet().forEach(scalar -> table.put(scalar, SCALAR));
        table.put("string", Set.of("checks", "display-hint", "x-request-type"));
        table.put("nest", Set.of("nested-attributes", "x-request-type"));
        table.put("indexed-array", Set.of("sub-type"));
        table.put("nest-type-value", Set.of("nested-attributes", "type-value"));
        table.put("sub-message", Set.of("sub-message", "selector"));
        return table;
    }

    /** Returns the names of all types. */
    static Set<String> types() {
        return BY_TYPE.keySet();
    }

    /** Returns the type an attribute names, after reporting a name that is none. */
    static Optional<String> type(Section section, String key) {
        Optional<String> type = section.text(key);
        if (type.isPresent() && !BY_TYPE.containsKey(type.get())) {
            String message =
                    "'%s' is no type; known: %s".formatted(type.get(), String.join(", ", new TreeSet<>(types())));
            section.report(key, Rule.BAD_VALUE, message);
            return Optional.empty();
        }
        return type;
    }

    /** Reports keys written beside a type that gives them no meaning. */
    static void checkPlacement(Section own, String type, Optional<String> subType) {
        for (String key : TYPE_DEPENDENT) {
            if (own.has(key) && !hasMeaning(key, type, subType)) {
                String message = "key '%s' has no meaning for type '%s'".formatted(key, spelled(type, subType));
                own.report(key, Rule.MISPLACED_KEY, message);
            }
        }
    }

    private static String spelled(String type, Optional<String> subType) {
        return subType.map(s -> type + " of " + s).orElse(type);
    }

    private static boolean hasMeaning(String key, String type, Optional<String> subType) {
        if (key.equals("multi-attr")) {
            return !type.equals("pad") && !type.equals("unused");
        }
        if (BY_TYPE.getOrDefault(type, NOTHING).contains(key)) {
            return !isElementKey(key) || !type.equals("binary") || subType.isPresent();
        }
        return type.equals("indexed-array")
                && subType.filter(s -> !key.equals("sub-type") && hasMeaning(key, s, Optional.empty()))
                        .isPresent();
    }

    /** On bytes without elements, an enum has nothing to name; an order is tolerated, as upstream has it on addresses. */
    private static boolean isElementKey(String key) {
        return key.equals("enum") || key.equals("enum-as-flags");
    }
}
