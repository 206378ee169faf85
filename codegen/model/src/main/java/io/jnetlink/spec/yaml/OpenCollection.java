package io.jnetlink.spec.yaml;

import io.jnetlink.spec.Location;
import io.jnetlink.spec.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping or list whose end has not been read. In a mapping, nodes come in turn as key and value; a pair whose key is
 * unusable is reported and dropped.
 *
 * <p>Not thread-safe.
 */
final class OpenCollection {
    private final Location location;
    private final Optional<String> anchor;
    private final boolean map;
    private final List<YamlNode> items = new ArrayList<>();
    private final List<YamlMap.Entry> entries = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private @Nullable String key;
    private Location keyLocation;
    private boolean valueIsNext;
    private long weight = 1;

    private OpenCollection(Location location, Optional<String> anchor, boolean map) {
        this.location = location;
        this.anchor = anchor;
        this.map = map;
        this.keyLocation = location;
    }

    static OpenCollection map(Location location, Optional<String> anchor) {
        return new OpenCollection(location, anchor, true);
    }

    static OpenCollection list(Location location, Optional<String> anchor) {
        return new OpenCollection(location, anchor, false);
    }

    Location location() {
        return location;
    }

    Optional<String> anchor() {
        return anchor;
    }

    void accept(YamlNode node, Location place, Problems problems) {
        weight += node.weight();
        if (!map) {
            items.add(node);
        } else if (valueIsNext) {
            acceptValue(node);
        } else {
            acceptKey(node, place, problems);
        }
    }

    private void acceptKey(YamlNode node, Location place, Problems problems) {
        valueIsNext = true;
        keyLocation = place;
        key = null;
        if (!(node instanceof YamlScalar scalar)) {
            problems.add(place, Rule.WRONG_KIND, "a key must be a text, but is " + node.kind());
        } else if (!keys.add(scalar.text())) {
            problems.add(place, Rule.DUPLICATE_KEY, "the key '" + scalar.text() + "' is given twice");
        } else {
            key = scalar.text();
        }
    }

    private void acceptValue(YamlNode node) {
        valueIsNext = false;
        if (key != null) {
            entries.add(new YamlMap.Entry(key, keyLocation, node));
        }
    }

    YamlNode close() {
        return map ? new YamlMap(location, entries, weight) : new YamlList(location, items, weight);
    }
}
