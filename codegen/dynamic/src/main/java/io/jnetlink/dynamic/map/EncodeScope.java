package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The map that is written, and the ones around it, in which selectors are looked up from the inside out.
 *
 * <p>Immutable.
 *
 * @param set what its attributes are
 * @param fields names and values
 * @param outer the scope around; null for the outermost
 * @param depth number of scopes around
 */
record EncodeScope(
        SpecIndex.AttributeIndex set,
        Map<String, ?> fields,
        @Nullable EncodeScope outer,
        int depth) {

    static EncodeScope outermost(SpecIndex.AttributeIndex set, Map<String, ?> fields) {
        return new EncodeScope(set, fields, null, 0);
    }

    EncodeScope inner(SpecIndex.AttributeIndex innerSet, Map<String, ?> innerFields) {
        return new EncodeScope(innerSet, innerFields, this, depth + 1);
    }

    /** The value of a selector as formats are named after; empty if it is not set. */
    Optional<String> selector(String name, NumberValues numbers, SpecIndex spec) {
        AttributeIr selector = set.attribute(name);
        if (selector == null) {
            return outer == null ? Optional.empty() : outer.selector(name, numbers, spec);
        }
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(selector.type() instanceof TypeIr.Scalar scalar)) {
            return Optional.of(value.toString());
        }
        long number = numbers.parse(set.fieldName(selector), scalar, Optional.empty(), value);
        return Optional.of(scalar.enumName()
                .map(spec::enumeration)
                .flatMap(e -> e.entries().stream()
                        .filter(entry -> e.wireValue(entry) == number)
                        .map(entry -> entry.name())
                        .findFirst())
                .orElseGet(() -> Long.toString(number)));
    }
}
