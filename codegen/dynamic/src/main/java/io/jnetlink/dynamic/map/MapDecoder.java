package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads message bodies into maps, attributes in the order of the wire.
 *
 * <p>Immutable.
 */
public final class MapDecoder {

    private final SpecIndex spec;
    private final NumberValues numbers;
    private final StructValues structs;

    /** For the messages of one family. */
    public MapDecoder(SpecIndex spec) {
        this.spec = spec;
        this.numbers = new NumberValues(spec);
        this.structs = new StructValues(spec, numbers);
    }

    /**
     * Reads a body.
     *
     * @param header name of the struct in front, if any
     * @param set name of the attribute set behind it
     * @return members of the header, then attributes
     * @throws MalformedMessageException if a length is wrong
     */
    public Map<String, Object> body(@Nullable String header, String set, NetlinkBuffer buffer, int offset, int length) {
        SpecIndex.AttributeIndex attributes = spec.set(set);
        Map<String, Object> fields = new LinkedHashMap<>();
        int size = 0;
        if (header != null) {
            StructIr struct = spec.struct(header);
            size = struct.size() + 3 & ~3;
            if (length < size) {
                throw new MalformedMessageException("fixed header needs " + size + " bytes, got " + length, offset);
            }
            fields.putAll(header(struct, attributes, buffer, offset, size));
        }
        fields.putAll(attributes(new DecodeScope(attributes, buffer, offset + size, length - size, null)));
        return fields;
    }

    Map<String, Object> header(
            StructIr header, SpecIndex.@Nullable AttributeIndex attributes, NetlinkBuffer buffer, int at, int size) {
        return new HeaderKeys(header, attributes).toMap(structs.read(header, buffer, at, size));
    }

    Map<String, Object> struct(StructIr struct, NetlinkBuffer buffer, int at, int size) {
        return structs.read(struct, buffer, at, size);
    }

    Map<String, Object> attributes(DecodeScope scope) {
        Map<String, Object> fields = new LinkedHashMap<>();
        AttributeCursor cursor = cursor(scope);
        while (cursor.next()) {
            AttributeIr attribute = scope.set().attribute(cursor.type());
            if (attribute == null) {
                unknown(fields, scope.buffer(), cursor);
            } else if (!(attribute.type() instanceof TypeIr.Pad)) {
                Object value = named(scope, attribute, cursor.payloadOffset(), cursor.payloadLength());
                if (attribute.multiple()) {
                    append(fields, attribute.name(), value);
                } else {
                    fields.put(attribute.name(), value);
                }
            }
        }
        return fields;
    }

    /** Attributes whose order counts: a map with one entry for each. */
    List<Object> ordered(DecodeScope scope) {
        List<Object> entries = new ArrayList<>();
        AttributeCursor cursor = cursor(scope);
        while (cursor.next()) {
            AttributeIr attribute = scope.set().attribute(cursor.type());
            Map<String, Object> entry = new LinkedHashMap<>();
            if (attribute == null) {
                unknown(entry, scope.buffer(), cursor);
            } else if (!(attribute.type() instanceof TypeIr.Pad)) {
                entry.put(attribute.name(), named(scope, attribute, cursor.payloadOffset(), cursor.payloadLength()));
            }
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static AttributeCursor cursor(DecodeScope scope) {
        AttributeCursor cursor = scope.cursor();
        if (scope.depth() > MapEncoder.MAX_DEPTH) {
            throw new MalformedMessageException(
                    "more than " + MapEncoder.MAX_DEPTH + " levels of nests", cursor.position());
        }
        return cursor;
    }

    private Object named(DecodeScope scope, AttributeIr attribute, int at, int size) {
        try {
            return attribute.type().accept(new PayloadDecoder(this, spec, numbers, scope, attribute, at, size));
        } catch (MalformedMessageException e) {
            throw e.inside(attribute.name());
        }
    }

    private static void unknown(Map<String, Object> fields, NetlinkBuffer buffer, AttributeCursor cursor) {
        String key = UnknownKeys.of(cursor.rawType());
        String bytes = HintedBytes.hex(buffer.bytes(cursor.payloadOffset(), cursor.payloadLength()));
        if (fields.containsKey(key)) {
            Object first = fields.get(key);
            if (!(first instanceof List)) {
                fields.remove(key);
                append(fields, key, first);
            }
            append(fields, key, bytes);
        } else {
            fields.put(key, bytes);
        }
    }

    private static void append(Map<String, Object> fields, String key, Object value) {
        List<Object> longer = new ArrayList<>();
        if (fields.get(key) instanceof List<?> earlier) {
            longer.addAll(earlier);
        }
        longer.add(value);
        fields.put(key, longer);
    }
}
