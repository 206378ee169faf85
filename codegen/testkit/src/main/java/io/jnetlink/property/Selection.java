package io.jnetlink.property;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.SelectorIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A selector of an attribute set and what it selects.
 *
 * <p>Immutable.
 *
 * @param selector the attribute whose value selects
 * @param enumName the enum of a numeric selector; empty for a text
 * @param values the values that some sub-message has a format for
 * @param messages the sub-messages beside it that it selects the format of; none if all of them stand in nests
 */
record Selection(AttributeIr selector, Optional<String> enumName, Set<String> values, List<AttributeIr> messages) {

    /** The selectors of a set whose sub-messages stand beside them. */
    static List<Selection> beside(Family family, AttributeSetIr set) {
        Map<String, List<AttributeIr>> messages = new LinkedHashMap<>();
        for (AttributeIr attribute : set.attributes()) {
            if (attribute.type() instanceof TypeIr.SubMessage message
                    && message.selector().isLocal()) {
                messages.computeIfAbsent(message.selector().attribute(), s -> new ArrayList<>())
                        .add(attribute);
            }
        }
        List<Selection> selections = new ArrayList<>();
        messages.forEach((name, selected) -> selections.add(of(family, set, name, selected, selected)));
        return selections;
    }

    /** The selectors of a set whose sub-messages all stand in nests further in. */
    static List<Selection> further(Family family, AttributeSetIr set) {
        Set<String> near = new LinkedHashSet<>();
        beside(family, set).forEach(s -> near.add(s.selector().name()));
        Map<String, List<AttributeIr>> messages = new LinkedHashMap<>();
        for (AttributeSetIr inner : family.attributeSets()) {
            for (AttributeIr attribute : inner.attributes()) {
                if (attribute.type() instanceof TypeIr.SubMessage message && !near.contains(nameIn(message))) {
                    message.selector().sources().stream()
                            .filter(s -> s.distance() > 0 && s.attributeSet().equals(set.name()))
                            .forEach(s -> messages.computeIfAbsent(nameIn(message), n -> new ArrayList<>())
                                    .add(attribute));
                }
            }
        }
        List<Selection> selections = new ArrayList<>();
        messages.forEach((name, selected) -> selections.add(of(family, set, name, selected, List.of())));
        return selections;
    }

    private static String nameIn(TypeIr.SubMessage message) {
        return message.selector().attribute();
    }

    private static Selection of(
            Family family, AttributeSetIr set, String name, List<AttributeIr> selected, List<AttributeIr> beside) {
        Set<String> values = new LinkedHashSet<>();
        Optional<String> enumName = Optional.empty();
        for (AttributeIr attribute : selected) {
            TypeIr.SubMessage message = (TypeIr.SubMessage) attribute.type();
            SelectorIr by = message.selector();
            enumName = by.enumName();
            family.subMessage(message.subMessageName()).formats().stream()
                    .map(FormatIr::value)
                    .forEach(values::add);
        }
        return new Selection(set.attribute(name).orElseThrow(), enumName, values, beside);
    }
}
