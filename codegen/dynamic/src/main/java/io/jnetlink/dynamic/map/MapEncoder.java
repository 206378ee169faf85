package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps as message bodies, attributes in the order of the map.
 *
 * <p>Immutable.
 */
public final class MapEncoder {

    /** Deeper nests than any kernel interface has. */
    static final int MAX_DEPTH = 32;

    private final SpecIndex spec;
    private final NumberValues numbers;
    private final StructValues structs;

    /** For the messages of one family. */
    public MapEncoder(SpecIndex spec) {
        this.spec = spec;
        this.numbers = new NumberValues(spec);
        this.structs = new StructValues(spec, numbers);
    }

    /**
     * Appends a body.
     *
     * @param header name of the struct in front, if any
     * @param set name of the attribute set behind it
     * @param fields members of the header and attributes, by name
     * @throws InvalidFieldException if a value does not fit its field
     * @throws IllegalArgumentException if the spec has no field of a name
     */
    public void body(MessageWriter out, @Nullable String header, String set, Map<String, ?> fields) {
        SpecIndex.AttributeIndex attributes = spec.set(set);
        Map<String, ?> all = MapShape.map(set, fields);
        if (header != null) {
            all = header(out, spec.struct(header), attributes, all);
        }
        attributes(out, EncodeScope.outermost(attributes, all));
    }

    /** Writes the header's members; returns the other fields. */
    Map<String, ?> header(
            MessageWriter out, StructIr header, SpecIndex.@Nullable AttributeIndex attributes, Map<String, ?> fields) {
        HeaderKeys keys = new HeaderKeys(header, attributes);
        struct(out, header, keys.fromMap(fields));
        if (attributes != null) {
            out.pad();
        }
        Map<String, Object> rest = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            if (!keys.contains(key)) {
                rest.put(key, value);
            }
        });
        if (attributes == null && !rest.isEmpty()) {
            String key = rest.keySet().iterator().next();
            throw new IllegalArgumentException(
                    "struct " + header.name() + " has no member " + key + NearMiss.hint(key, keys.keys()));
        }
        checkNames(keys, attributes, rest);
        return rest;
    }

    void struct(MessageWriter out, StructIr struct, Map<String, ?> members) {
        int at = out.appendZeros(struct.size());
        structs.write(struct, members, out.buffer(), at);
    }

    void attributes(MessageWriter out, EncodeScope scope) {
        if (scope.depth() > MAX_DEPTH) {
            throw new InvalidFieldException(
                    scope.set().name(), "deeper ones", "must have at most " + MAX_DEPTH + " levels of nests");
        }
        for (Map.Entry<String, ?> entry : scope.fields().entrySet()) {
            AttributeIr attribute = scope.set().attribute(entry.getKey());
            if (attribute == null) {
                unknown(out, scope.set(), entry.getKey(), entry.getValue());
            } else {
                named(out, scope, attribute, entry.getValue());
            }
        }
    }

    private void named(MessageWriter out, EncodeScope scope, AttributeIr attribute, Object value) {
        // In a list whose order counts, each one stands for itself: a list is then what is inside a single one.
        if (!attribute.multiple() || scope.set().isOrdered()) {
            payload(out, scope, attribute, attribute.number(), value);
            return;
        }
        for (Object element : MapShape.listOrOne(value)) {
            payload(out, scope, attribute, attribute.number(), element);
        }
    }

    private void payload(MessageWriter out, EncodeScope scope, AttributeIr attribute, int number, Object value) {
        attribute.sentType().accept(new PayloadEncoder(this, spec, numbers, out, scope, attribute, number, value));
    }

    private static void unknown(MessageWriter out, SpecIndex.AttributeIndex set, String key, Object value) {
        Integer rawType = UnknownKeys.rawType(key);
        if (rawType == null) {
            throw new IllegalArgumentException(
                    set.name() + " has no attribute " + key + NearMiss.hint(key, set.names()));
        }
        for (Object payload : MapShape.listOrOne(value)) {
            out.putBytes(rawType, HintedBytes.parse(set.name() + "." + key, java.util.Optional.empty(), payload));
        }
    }

    private static void checkNames(
            HeaderKeys keys, SpecIndex.@Nullable AttributeIndex attributes, Map<String, Object> rest) {
        for (String key : rest.keySet()) {
            if (attributes != null && attributes.attribute(key) == null && UnknownKeys.rawType(key) == null) {
                List<String> known = new ArrayList<>();
                keys.keys().forEach(known::add);
                attributes.names().forEach(known::add);
                throw new IllegalArgumentException(
                        attributes.name() + " and its header have no field " + key + NearMiss.hint(key, known));
            }
        }
    }
}
