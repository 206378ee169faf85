package io.jnetlink.route.generated;

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

    Place {
        selectors = Map.copyOf(selectors);
    }

    /** One level further in. */
    Place below() {
        return new Place(selectors, depth - 1);
    }

    /** One level further in, where a selector of this level has a value. */
    Place below(String selector, String value) {
        Map<String, String> more = new HashMap<>(selectors);
        more.put(selector, value);
        return new Place(more, depth - 1);
    }
}
