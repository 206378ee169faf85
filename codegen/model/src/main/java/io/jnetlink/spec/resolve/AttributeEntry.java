package io.jnetlink.spec.resolve;

import java.util.Optional;

/**
 * An attribute that is numbered and merged, but not typed.
 *
 * <p>Immutable.
 *
 * @param name name within the set
 * @param number attribute type number
 * @param own what the spec says at this place
 * @param merged the same over what the main set says, if this is in a subset
 * @param cName name of the C constant, if derivable
 */
record AttributeEntry(String name, int number, Section own, Section merged, Optional<String> cName) {}
