package io.jnetlink.dynamic.bind;

import io.jnetlink.spec.ir.StructIr;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of the spec that a record of attributes stands for.
 *
 * <p>Immutable.
 *
 * @param header the struct in front, if there is one
 * @param set name of the attribute set
 * @param headerMayBeShort whether missing members of the header read as zeros, as in formats of sub-messages
 * @param chosen values of selectors further out, as far as the records around can only be there for those
 */
record BodyContext(@Nullable StructIr header, String set, boolean headerMayBeShort, Map<String, String> chosen) {

    BodyContext {
        chosen = Map.copyOf(chosen);
    }

    static BodyContext message(@Nullable StructIr header, String set) {
        return new BodyContext(header, set, false, Map.of());
    }

    /** A nest in this one. */
    BodyContext nest(String inner) {
        return new BodyContext(null, inner, false, chosen);
    }

    /** A format of a sub-message in this one. */
    BodyContext format(@Nullable StructIr innerHeader, String inner, String selector, String value) {
        Map<String, String> known = new LinkedHashMap<>(chosen);
        known.put(selector, value);
        return new BodyContext(innerHeader, inner, true, known);
    }

    /** Tells records of the same class apart. */
    String key() {
        return (header == null ? "" : header.name()) + " " + set + " " + headerMayBeShort + " " + chosen;
    }
}
