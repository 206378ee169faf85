package io.jnetlink.dynamic.map;

import io.jnetlink.wire.InvalidFieldException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the values of a map for what they must be. Stateless. */
final class MapShape {

    private MapShape() {}

    static Map<String, ?> map(String field, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new InvalidFieldException(field, value, "must be a map of names and values");
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((k, v) -> {
            if (v != null) {
                named.put(String.valueOf(k), v);
            }
        });
        return named;
    }

    static Collection<?> list(String field, Object value) {
        if (!(value instanceof Collection<?> list)) {
            throw new InvalidFieldException(field, value, "must be a list");
        }
        return list;
    }

    static Collection<?> listOrOne(Object value) {
        return value instanceof Collection<?> list ? list : List.of(value);
    }
}
