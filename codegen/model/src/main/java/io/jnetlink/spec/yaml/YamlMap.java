package io.jnetlink.spec.yaml;

import io.jnetlink.spec.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping, its keys being unique texts.
 *
 * <p>Immutable.
 *
 * @param location where it starts
 * @param entries the entries in file order
 * @param weight nodes in the tree
 */
public record YamlMap(Location location, List<Entry> entries, long weight) implements YamlNode {

    /** Copies the list. */
    public YamlMap {
        entries = List.copyOf(entries);
    }

    /**
     * A key and its value.
     *
     * <p>Immutable.
     *
     * @param key the key
     * @param location where the key stands
     * @param value the value
     */
    public record Entry(String key, Location location, YamlNode value) {}

    /** Returns the entry of a key, if there is one. */
    public Optional<Entry> entry(String key) {
        for (Entry entry : entries) {
            if (entry.key().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Returns a mapping with the entries of both, those of {@code over} taking precedence, placed at {@code over}. */
    public YamlMap overlaidBy(YamlMap over) {
        Map<String, Entry> merged = new LinkedHashMap<>();
        entries.forEach(e -> merged.put(e.key(), e));
        over.entries.forEach(e -> merged.put(e.key(), e));
        return new YamlMap(over.location, new ArrayList<>(merged.values()), weight + over.weight);
    }

    @Override
    public String kind() {
        return "a mapping";
    }
}
