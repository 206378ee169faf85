package io.jnetlink.genl;

import java.util.Map;
import java.util.Optional;

/**
 * A generic-netlink family as the running kernel has it.
 *
 * <p>Immutable. The id is given when the family is registered: it differs between boots, and after its module was
 * reloaded.
 *
 * @param name the family's name
 * @param id its number, the type of its messages
 * @param version its version
 * @param headerLength bytes of the fixed header that its messages have
 * @param groups numbers of its multicast groups, by name
 */
public record GenericFamily(String name, int id, int version, int headerLength, Map<String, Integer> groups) {

    public GenericFamily {
        groups = Map.copyOf(groups);
    }

    /** The number of a multicast group. */
    public Optional<Integer> group(String group) {
        return Optional.ofNullable(groups.get(group));
    }
}
