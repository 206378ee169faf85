package io.jnetlink.property;

import io.jnetlink.spec.ir.AttributeSetIr;
import java.util.HashMap;
import java.util.Map;

/**
 * Where in a message something is drawn.
 *
 * <p>Immutable.
 *
 * @param selectors values of the selectors around it, by name
 * @param depth how many levels of nests may still follow
 */
record Place(Map<String, String> selectors, int depth) {

    private static final int MAX_DEPTH = 5;

    Place {
        selectors = Map.copyOf(selectors);
    }

    /** The outermost level of a message. */
    static Place outermost() {
        return new Place(Map.of(), MAX_DEPTH);
    }

    /** One level further in. */
    Place below() {
        return new Place(selectors, depth - 1);
    }

    /** The same level, where a selector has a value. */
    Place with(String selector, String value) {
        Map<String, String> more = new HashMap<>(selectors);
        more.put(selector, value);
        return new Place(more, depth);
    }

    /** Inside a list of attributes of a set: its own selectors hide those of the same name around it, even while absent. */
    Place in(AttributeSetIr set) {
        Map<String, String> visible = new HashMap<>(selectors);
        set.attributes().forEach(a -> visible.remove(a.name()));
        return new Place(visible, depth);
    }
}
