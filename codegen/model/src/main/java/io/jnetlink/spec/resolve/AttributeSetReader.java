package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Completes numbered and merged attributes with their types, checks and overlay properties.
 *
 * <p>Not thread-safe.
 */
final class AttributeSetReader {
    private final TypeReader types;
    private final ChecksReader checks;
    private final boolean nestFlag;

    /** Takes whether the family's nests are sent with the nested bit, unless an attribute says otherwise. */
    AttributeSetReader(TypeReader types, ChecksReader checks, boolean nestFlag) {
        this.types = types;
        this.checks = checks;
        this.nestFlag = nestFlag;
    }

    AttributeSetIr read(AttributeSpace space) {
        Section section = space.section();
        boolean ordered = section.truth("x-ordered");
        List<AttributeIr> attributes = new ArrayList<>();
        for (AttributeEntry entry : space.entries()) {
            // An attribute without a type has been reported; the others are still worth reading.
            types.read(entry, space.name()).ifPresent(type -> attributes.add(attribute(space, entry, type, ordered)));
        }
        return new AttributeSetIr(
                space.name(), section.doc(), space.subsetOf(), attributes, section.text("header"), ordered);
    }

    private AttributeIr attribute(AttributeSpace space, AttributeEntry entry, TypeIr type, boolean ordered) {
        Section section = entry.merged();
        if (ordered) {
            checkOrdered(entry.own(), type);
        }
        return new AttributeIr(
                entry.name(),
                entry.number(),
                section.doc(),
                type,
                types.readRequestType(entry),
                section.truth("multi-attr") || ordered && canRepeat(type),
                checks.read(section, type),
                section.word("display-hint", Words.HINTS),
                entry.cName(),
                section.release("x-since"),
                section.spelling("x-default"),
                section.word("x-mutability", Words.MUTABILITIES),
                conflicts(entry, space),
                section.spelling("x-keyword"),
                section.truth("x-nest-flag", nestFlag),
                section.truth("x-terminated", true));
    }

    /** A list of several lists in an order, or a payload chosen by another attribute, would have no clear meaning. */
    private static void checkOrdered(Section own, TypeIr type) {
        if (type instanceof TypeIr.SubMessage
                || type instanceof TypeIr.IndexedArray
                || type instanceof TypeIr.NestTypeValue) {
            String message = "type '%s' cannot stand in a set whose order counts";
            own.report(
                    "type", Rule.BAD_VALUE, message.formatted(own.text("type").orElse("")));
        }
    }

    private static boolean canRepeat(TypeIr type) {
        return !(type instanceof TypeIr.Pad) && !(type instanceof TypeIr.Unused);
    }

    private static List<String> conflicts(AttributeEntry entry, AttributeSpace space) {
        Section section = entry.merged();
        List<String> conflicts = new ArrayList<>();
        for (YamlScalar name : section.texts("x-conflicts")) {
            if (name.text().equals(entry.name())) {
                section.report("x-conflicts", Rule.BAD_VALUE, "an attribute cannot conflict with itself");
            } else if (space.entry(name.text()).isPresent()) {
                conflicts.add(name.text());
            } else if (entry.own().has("x-conflicts")) {
                // Inherited by a subset, such a name merely lies outside the subset.
                String message = "attribute '%s' in 'x-conflicts' is not defined in this set".formatted(name.text());
                section.report("x-conflicts", Rule.UNDEFINED, message);
            }
        }
        return conflicts;
    }
}
