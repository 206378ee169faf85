package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.SelectorIr;
import io.jnetlink.spec.ir.SubMessageIr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the attribute that selects a sub-message's format: in the set that holds the sub-message, or, if that set has
 * no attribute of the name, outward through every set that nests it.
 *
 * <p>Not thread-safe.
 */
final class SelectorResolver {
    private final Map<String, AttributeSpace> spaces;
    private final Map<String, SubMessageIr> subMessages;
    private final ScalarReader scalars;
    private final Map<String, Set<String>> enclosing = new LinkedHashMap<>();

    SelectorResolver(Map<String, AttributeSpace> spaces, Map<String, SubMessageIr> subMessages, ScalarReader scalars) {
        this.spaces = spaces;
        this.subMessages = subMessages;
        this.scalars = scalars;
        spaces.values().forEach(this::noteNests);
    }

    private void noteNests(AttributeSpace outer) {
        for (AttributeEntry entry : outer.entries()) {
            Section section = entry.merged();
            section.text("nested-attributes").ifPresent(inner -> noteNest(inner, outer));
            Optional<SubMessageIr> subMessage = section.text("sub-message").map(subMessages::get);
            for (FormatIr format : subMessage.map(SubMessageIr::formats).orElse(List.of())) {
                format.attributeSet().ifPresent(inner -> noteNest(inner, outer));
            }
        }
    }

    private void noteNest(String inner, AttributeSpace outer) {
        enclosing.computeIfAbsent(inner, k -> new LinkedHashSet<>()).add(outer.name());
    }

    /** Resolves the selector of an attribute whose type is {@code sub-message}. */
    Optional<SelectorIr> resolve(Section attribute, String setName, SubMessageIr subMessage) {
        Optional<String> name = attribute.text("selector");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<SelectorIr.Source> sources = sources(name.get(), setName);
        if (sources.isEmpty()) {
            String message = "selector '%s' is defined neither in attribute-set '%s' nor in one that nests it";
            attribute.report("selector", Rule.UNDEFINED, message.formatted(name.get(), setName));
            return Optional.empty();
        }
        Set<Optional<String>> enums = new LinkedHashSet<>();
        for (SelectorIr.Source source : sources) {
            enums.add(enumOf(attribute, name.get(), source));
        }
        if (enums.size() > 1) {
            String message = "the sets that define selector '%s' disagree about its enum".formatted(name.get());
            attribute.report("selector", Rule.BAD_VALUE, message);
        }
        Optional<String> enumName = enums.iterator().next();
        enumName.ifPresent(e -> checkFormats(attribute, e, subMessage));
        return Optional.of(new SelectorIr(name.get(), sources, enumName));
    }

    private List<SelectorIr.Source> sources(String selector, String setName) {
        List<SelectorIr.Source> sources = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(setName));
        Set<String> level = Set.of(setName);
        for (int distance = 0; !level.isEmpty(); distance++) {
            Set<String> outer = new LinkedHashSet<>();
            for (String set : level) {
                if (Optional.ofNullable(spaces.get(set))
                        .flatMap(s -> s.entry(selector))
                        .isPresent()) {
                    sources.add(new SelectorIr.Source(set, distance));
                } else {
                    enclosing.getOrDefault(set, Set.of()).stream()
                            .filter(seen::add)
                            .forEach(outer::add);
                }
            }
            level = outer;
        }
        return sources;
    }

    private Optional<String> enumOf(Section attribute, String selector, SelectorIr.Source source) {
        Optional<Section> section = Optional.ofNullable(spaces.get(source.attributeSet()))
                .flatMap(s -> s.entry(selector))
                .map(AttributeEntry::merged);
        Optional<String> type = section.flatMap(s -> s.text("type"));
        if (type.filter(Words.SCALARS::containsKey).isPresent()) {
            Optional<String> enumName = section.flatMap(scalars::enumeration).map(e -> e.name());
            if (enumName.isEmpty()) {
                String message = "selector '%s' is a number without an enum".formatted(selector);
                attribute.report("selector", Rule.BAD_VALUE, message);
            }
            return enumName;
        }
        if (type.isPresent() && !type.get().equals("string")) {
            String message = "selector '%s' must be a string or have an enum, but is of type '%s'";
            attribute.report("selector", Rule.BAD_VALUE, message.formatted(selector, type.get()));
        }
        return Optional.empty();
    }

    private void checkFormats(Section attribute, String enumName, SubMessageIr subMessage) {
        Set<String> entries = new LinkedHashSet<>();
        scalars.definition(enumName).ifPresent(e -> e.entries().forEach(entry -> entries.add(entry.name())));
        for (FormatIr format : subMessage.formats()) {
            if (!entries.contains(format.value())) {
                String noun = "format '%s' of sub-message '%s' is no entry of selector enum '%s'";
                String message = noun.formatted(format.value(), subMessage.name(), enumName);
                attribute.report("sub-message", Rule.UNDEFINED, message);
            }
        }
    }
}
