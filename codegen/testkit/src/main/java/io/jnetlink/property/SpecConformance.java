package io.jnetlink.property;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Family;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges by its spec whether a message may be sent as a request: lengths, nesting, ranges, repetitions, exclusions. What an encoder
 * writes should pass.
 *
 * <p>Immutable. Shares no code with jnetlink's own decoders and validators, so that each can be a witness against the other.
 */
public final class SpecConformance {

    private final Family family;

    private SpecConformance(Family family) {
        this.family = family;
    }

    /**
     * A judge by a spec.
     *
     * @param family the family
     * @return the judge
     */
    public static SpecConformance of(Family family) {
        return new SpecConformance(family);
    }

    /**
     * What is wrong with a message of the family.
     *
     * @param message the message
     * @return the faults in the order of their places; none if it may be sent
     */
    public List<Fault> faults(WireMessage message) {
        int header = message.schema().headerLength();
        if (message.length() < header) {
            String text = "the fixed header has " + message.length() + " of " + header + " bytes";
            return List.of(new Fault(MalformedKind.SHORT_HEADER, "", 0, text));
        }
        SpecWalk walk = SpecWalk.over(family, attributeSet(family, message), message.shared(), header);
        List<Fault> faults = new ArrayList<>(walk.faults());
        PayloadJudge judge = new PayloadJudge(family, message.shared());
        walk.spots().forEach(spot -> faults.addAll(judge.faults(spot)));
        Map<Spot.Range, List<Spot>> lists = new LinkedHashMap<>();
        walk.spots()
                .forEach(spot -> lists.computeIfAbsent(spot.list(), l -> new ArrayList<>())
                        .add(spot));
        lists.values().forEach(list -> addCompanyFaults(list, faults));
        faults.sort(Comparator.comparingInt(Fault::offset));
        return List.copyOf(faults);
    }

    /** The attribute set of a message; an empty one for operations without. */
    static AttributeSetIr attributeSet(Family family, WireMessage message) {
        String name = message.schema().attributes().name();
        return family.attributeSets().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseGet(() -> new AttributeSetIr(name, "", Optional.empty(), List.of(), Optional.empty()));
    }

    private static void addCompanyFaults(List<Spot> list, List<Fault> faults) {
        Map<String, Spot> seen = new LinkedHashMap<>();
        for (Spot spot : list) {
            AttributeIr attribute = spot.attribute();
            if (attribute == null || spot.isElement()) {
                continue;
            }
            if (seen.putIfAbsent(attribute.name(), spot) != null && !mayRepeat(attribute)) {
                faults.add(new Fault(MalformedKind.DUPLICATED, spot.path(), spot.offset(), "stands twice"));
            }
            for (String excluded : attribute.conflicts()) {
                if (seen.containsKey(excluded)) {
                    faults.add(new Fault(
                            MalformedKind.CONFLICTING, spot.path(), spot.offset(), "stands beside " + excluded));
                }
            }
            for (Spot other : seen.values()) {
                AttributeIr before = other.attribute();
                if (before != null
                        && before.conflicts().contains(attribute.name())
                        && !attribute.conflicts().contains(before.name())) {
                    faults.add(new Fault(
                            MalformedKind.CONFLICTING, spot.path(), spot.offset(), "stands beside " + before.name()));
                }
            }
        }
    }

    static boolean mayRepeat(AttributeIr attribute) {
        return attribute.multiple()
                || attribute.type() instanceof io.jnetlink.spec.ir.TypeIr.Pad
                || attribute.type() instanceof io.jnetlink.spec.ir.TypeIr.Unused;
    }
}
