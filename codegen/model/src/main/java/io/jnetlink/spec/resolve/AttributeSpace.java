package io.jnetlink.spec.resolve;

import java.util.List;
import java.util.Optional;

/**
 * An attribute set whose attributes are numbered and merged, but not typed.
 *
 * <p>Immutable.
 *
 * @param name name within the spec
 * @param section what the spec says of it
 * @param subsetOf name of the main set, if this is a subset
 * @param entries the attributes in spec order
 */
record AttributeSpace(String name, Section section, Optional<String> subsetOf, List<AttributeEntry> entries) {

    /** Returns the attribute of that name, if any. */
    Optional<AttributeEntry> entry(String attribute) {
        return entries.stream().filter(e -> e.name().equals(attribute)).findFirst();
    }
}
