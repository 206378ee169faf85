package io.jnetlink.spec.yaml;

import io.jnetlink.spec.Location;
import java.util.List;

/**
 * A sequence.
 *
 * <p>Immutable.
 *
 * @param location where it starts
 * @param items the values in it
 * @param weight nodes in the tree
 */
public record YamlList(Location location, List<YamlNode> items, long weight) implements YamlNode {

    /** Copies the list. */
    public YamlList {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "a list";
    }
}
