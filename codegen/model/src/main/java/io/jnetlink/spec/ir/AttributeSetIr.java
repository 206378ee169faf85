package io.jnetlink.spec.ir;

import java.util.List;
import java.util.Optional;

/**
 * A space of attribute numbers. A subset has the numbers of its main set and its own view of the types, already merged.
 *
 * <p>Immutable.
 *
 * @param name name within the spec
 * @param doc description, empty if there is none
 * @param subsetOf name of the main set, if this is a subset
 * @param attributes the attributes in spec order; in a subset an attribute may be listed twice
 * @param header C header that defines it, if not the family's own
 * @param ordered whether the order of different attributes is part of the meaning; each may repeat then
 */
public record AttributeSetIr(
        String name,
        String doc,
        Optional<String> subsetOf,
        List<AttributeIr> attributes,
        Optional<String> header,
        boolean ordered) {

    /** Creates a set in which the order of different attributes means nothing. */
    public AttributeSetIr(
            String name, String doc, Optional<String> subsetOf, List<AttributeIr> attributes, Optional<String> header) {
        this(name, doc, subsetOf, attributes, header, false);
    }

    /** Copies the list. */
    public AttributeSetIr {
        attributes = List.copyOf(attributes);
    }

    /** Returns the attribute of that name, if any. */
    public Optional<AttributeIr> attribute(String attributeName) {
        return attributes.stream().filter(a -> a.name().equals(attributeName)).findFirst();
    }

    /** Returns the attribute with that number, if any. */
    public Optional<AttributeIr> attribute(int number) {
        return attributes.stream().filter(a -> a.number() == number).findFirst();
    }
}
