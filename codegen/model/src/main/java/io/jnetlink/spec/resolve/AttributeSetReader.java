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
        List<AttributeIr> attributes = new ArrayList<>();
        for (AttributeEntry entry : space.entries()) {
            // An attribute without a type has been reported; the others are still worth reading.
            types.read(entry, space.name()).ifPresent(type -> attributes.add(attribute(space, entry, type)));
        }
        Section section = space.section();
        return new AttributeSetIr(space.name(), section.doc(), space.subsetOf(), attributes, section.text("header"));
    }

    private AttributeIr attribute(AttributeSpace space, AttributeEntry entry, TypeIr type) {
        Section section = entry.merged();
        return new AttributeIr(
                entry.name(),
                entry.number(),
                section.doc(),
                type,
                types.readRequestType(entry),
                section.truth("multi-attr"),
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
