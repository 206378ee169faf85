package io.jnetlink.spec.ir;

import java.util.Set;

/**
 * Elements of a {@link Family} that another one defines.
 *
 * <p>Immutable.
 *
 * @param family the one that defines them
 * @param enums names of enums and flags
 * @param structs names of structs
 * @param attributeSets names of attribute sets
 * @param subMessages names of sub-messages
 */
public record ImportIr(
        Family family, Set<String> enums, Set<String> structs, Set<String> attributeSets, Set<String> subMessages) {

    /** Copies the sets. */
    public ImportIr {
        enums = Set.copyOf(enums);
        structs = Set.copyOf(structs);
        attributeSets = Set.copyOf(attributeSets);
        subMessages = Set.copyOf(subMessages);
    }
}
