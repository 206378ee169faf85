package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Location;
import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.Protocol;
import io.jnetlink.spec.yaml.Problems;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

/**
 * What all readers of one spec share.
 *
 * <p>Not thread-safe.
 *
 * @param protocol schema level of the spec
 * @param cNames conventions for C names
 * @param problems where problems go
 */
record Context(Protocol protocol, CNames cNames, Problems problems) {

    /** Reports a reference to something that does not exist, naming what does. */
    void undefined(Section user, Location place, String noun, String name, Collection<String> defined) {
        String known = defined.isEmpty() ? "none" : String.join(", ", new TreeSet<>(defined));
        String message = "%s: %s '%s' is not defined; defined: %s".formatted(user.title(), noun, name, known);
        problems.add(place, Rule.UNDEFINED, message);
    }

    /** Tells whether a reference leads somewhere, and reports it if not. */
    boolean isDefined(Section user, String key, String noun, String name, Collection<String> defined) {
        boolean found = defined.contains(name);
        if (!found) {
            undefined(user, user.location(key), noun, name, defined);
        }
        return found;
    }

    /** Adds an element under its name, or reports that the name is taken. */
    <T> void addUnique(Map<String, T> elements, String name, T element, Section section) {
        if (elements.putIfAbsent(name, element) != null) {
            section.report("name", Rule.DUPLICATE_NAME, "the name is taken by an earlier one");
        }
    }
}
