package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the attributes of main sets and merges subsets over them. Numbers start at 1; an explicit value continues the
 * count from there.
 *
 * <p>Not thread-safe.
 */
final class AttributeSpaceReader {
    /** Two of the sixteen bits of an attribute type are flags. */
    private static final int MAX_NUMBER = 0x3fff;

    /** Subsets of subsets are legal, but no spec needs long chains. */
    private static final int MAX_DEPTH = 16;

    private final Context context;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Map<String, AttributeSpace> spaces = new HashMap<>();
    private final Set<String> inProgress = new HashSet<>();

    AttributeSpaceReader(Context context) {
        this.context = context;
    }

    /** Reads all sets, by name and in file order. */
    Map<String, AttributeSpace> read(Section family) {
        for (Section section : family.sections("attribute-sets", "attribute-set")) {
            section.allow(Keys.ATTRIBUTE_SET, context.protocol());
            section.require("attributes");
            section.requiredName().ifPresent(name -> context.addUnique(sections, name, section, section));
        }
        Map<String, AttributeSpace> inOrder = new LinkedHashMap<>();
        sections.forEach((name, section) -> inOrder.put(name, space(name, section)));
        return inOrder;
    }

    private AttributeSpace space(String name, Section section) {
        AttributeSpace known = spaces.get(name);
        if (known != null) {
            return known;
        }
        inProgress.add(name);
        section.optionalText("enum-name");
        section.text("attr-cnt-name");
        section.text("attr-max-name");
        Optional<String> subsetOf = section.text("subset-of");
        List<AttributeEntry> entries = subsetOf.isPresent()
                ? subsetEntries(section, subsetOf.get())
                : mainEntries(section, context.cNames().attributePrefix(section, name));
        AttributeSpace space = new AttributeSpace(name, section, subsetOf, entries);
        inProgress.remove(name);
        spaces.put(name, space);
        return space;
    }

    private List<Section> attributes(Section set) {
        List<Section> attributes = new ArrayList<>();
        for (Section item : set.sections("attributes", "attribute")) {
            Section attribute = item.titled(item.title() + " of " + set.title());
            attribute.allow(Keys.ATTRIBUTE, context.protocol());
            attributes.add(attribute);
        }
        return attributes;
    }

    private List<AttributeEntry> mainEntries(Section set, Optional<String> prefix) {
        Map<String, AttributeEntry> entries = new LinkedHashMap<>();
        Map<Integer, String> numbers = new HashMap<>();
        int next = 1;
        for (Section attribute : attributes(set)) {
            int number = attribute
                    .integer("value", 0, MAX_NUMBER)
                    .map(Long::intValue)
                    .orElse(next);
            next = number + 1;
            if (number > MAX_NUMBER) {
                attribute.report(Rule.OUT_OF_RANGE, "numbers end at " + MAX_NUMBER + ", but this is " + number);
            }
            attribute.require("type");
            Optional<String> name = attribute.requiredName();
            if (name.isPresent()) {
                reportTaken(attribute, number, numbers.putIfAbsent(number, name.get()));
                Optional<String> cName = context.cNames().attribute(attribute, name.get(), prefix);
                AttributeEntry entry = new AttributeEntry(name.get(), number, attribute, attribute, cName);
                context.addUnique(entries, name.get(), entry, attribute);
            }
        }
        return new ArrayList<>(entries.values());
    }

    private static void reportTaken(Section attribute, int number, @Nullable String owner) {
        if (owner != null) {
            String message = "the number " + number + " is taken by '" + owner + "'";
            attribute.report("value", Rule.DUPLICATE_NUMBER, message);
        }
    }

    private List<AttributeEntry> subsetEntries(Section set, String mainName) {
        for (String key : List.of("name-prefix", "x-c-prefix")) {
            if (set.has(key)) {
                set.report(key, Rule.SUBSET, "a subset inherits its names, so '" + key + "' has no meaning");
            }
        }
        Optional<AttributeSpace> main = mainSpace(set, mainName);
        List<AttributeEntry> entries = new ArrayList<>();
        for (Section attribute : attributes(set)) {
            if (attribute.has("value")) {
                attribute.report("value", Rule.SUBSET, "the number of an attribute is given in the main set only");
            }
            Optional<String> name = attribute.requiredName();
            if (name.isPresent() && main.isPresent()) {
                subsetEntry(attribute, name.get(), main.get()).ifPresent(entries::add);
            }
        }
        return entries;
    }

    private Optional<AttributeSpace> mainSpace(Section set, String mainName) {
        if (!context.isDefined(set, "subset-of", "attribute-set", mainName, sections.keySet())) {
            return Optional.empty();
        }
        if (inProgress.contains(mainName) || inProgress.size() > MAX_DEPTH) {
            set.report("subset-of", Rule.RECURSION, "attribute-set '" + mainName + "' would be a subset of itself");
            return Optional.empty();
        }
        return Optional.ofNullable(sections.get(mainName)).map(section -> space(mainName, section));
    }

    private static Optional<AttributeEntry> subsetEntry(Section attribute, String name, AttributeSpace main) {
        Optional<AttributeEntry> original = main.entry(name);
        if (original.isEmpty()) {
            String message = "main set '" + main.name() + "' has no attribute of this name";
            attribute.report("name", Rule.SUBSET, message);
            return Optional.empty();
        }
        AttributeEntry o = original.get();
        Section merged = o.merged().overlaidBy(attribute);
        Optional<String> cName = attribute.text("x-c-name").or(o::cName);
        return Optional.of(new AttributeEntry(name, o.number(), attribute, merged, cName));
    }
}
