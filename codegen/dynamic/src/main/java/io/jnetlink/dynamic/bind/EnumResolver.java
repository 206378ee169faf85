package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.Attribute;
import io.jnetlink.dynamic.Unlisted;
import io.jnetlink.dynamic.map.NearMiss;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the numbers of users' enums. Not thread-safe. */
final class EnumResolver {

    private final Mismatches mismatches;
    private final Map<String, EnumMapping> known = new HashMap<>();

    EnumResolver(Mismatches mismatches) {
        this.mismatches = mismatches;
    }

    EnumMapping mapping(Class<?> type, EnumIr names) {
        String key = type.getName() + " " + names.name();
        EnumMapping found = known.get(key);
        if (found == null) {
            found = resolve(type, names);
            known.put(key, found);
        }
        return found;
    }

    private EnumMapping resolve(Class<?> type, EnumIr names) {
        Map<Enum<?>, Long> numbers = new LinkedHashMap<>();
        Optional<Enum<?>> unlisted = Optional.empty();
        for (Object each : type.getEnumConstants()) {
            Enum<?> constant = (Enum<?>) each;
            Field field = fieldOf(type, constant);
            if (field.isAnnotationPresent(Unlisted.class)) {
                if (unlisted.isPresent()) {
                    mismatches.add(place(type, constant), "only one constant can be @Unlisted");
                }
                unlisted = Optional.of(constant);
                continue;
            }
            number(type, field, constant, names).ifPresent(n -> numbers.put(constant, n));
        }
        if (numbers.values().stream().map(Long::intValue).distinct().count() < numbers.size()) {
            mismatches.add(type.getSimpleName(), "two constants have the same number in enum " + names.name());
        }
        return new EnumMapping(type, numbers, unlisted, known.size());
    }

    private Optional<Long> number(Class<?> type, Field field, Enum<?> constant, EnumIr names) {
        Attribute annotation = field.getAnnotation(Attribute.class);
        Optional<EntryIr> entry = names.entries().stream()
                .filter(e -> annotation != null
                        ? e.name().equals(annotation.value())
                        : NearMiss.plain(e.name()).equals(NearMiss.plain(constant.name())))
                .findFirst();
        if (entry.isEmpty()) {
            String wanted = annotation != null ? annotation.value() : constant.name();
            List<String> all = names.entries().stream().map(EntryIr::name).toList();
            mismatches.add(
                    place(type, constant),
                    "enum " + names.name() + " has no entry " + wanted + NearMiss.hint(wanted, all));
        }
        return entry.map(EntryIr::value);
    }

    private static Field fieldOf(Class<?> type, Enum<?> constant) {
        try {
            return type.getField(constant.name());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(Class<?> type, Enum<?> constant) {
        return type.getSimpleName() + "." + constant.name();
    }
}
