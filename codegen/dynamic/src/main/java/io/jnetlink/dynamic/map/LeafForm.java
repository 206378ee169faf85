package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.TypeIr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the leaf of nested attributes with levels is written as one map: a number for each level, and beside them the
 * attributes of the leaf, or the leaf under {@code value} if it is no list of attributes.
 *
 * <p>Immutable.
 */
final class LeafForm {

    private static final String VALUE = "value";

    private final List<String> levels;
    private final boolean inline;

    LeafForm(SpecIndex spec, TypeIr.NestTypeValue type) {
        this.levels = type.levels();
        this.inline = type.inner() instanceof TypeIr.Nest nest
                && levels.stream().noneMatch(l -> spec.set(nest.attributeSet()).attribute(l) != null);
    }

    Map<String, Object> join(int[] path, Object leaf) {
        Map<String, Object> joined = new LinkedHashMap<>();
        for (int i = 0; i < path.length; i++) {
            joined.put(levels.get(i), (long) path[i]);
        }
        if (inline) {
            joined.putAll(MapShape.map(VALUE, leaf));
        } else {
            joined.put(VALUE, leaf);
        }
        return joined;
    }

    /** The leaf of a joined map; null if there is none. */
    @Nullable
    Object leaf(Map<String, ?> joined) {
        if (!inline) {
            return joined.get(VALUE);
        }
        Map<String, Object> leaf = new LinkedHashMap<>(joined);
        leaf.keySet().removeAll(levels);
        return leaf;
    }
}
