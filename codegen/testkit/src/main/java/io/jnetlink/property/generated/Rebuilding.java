package io.jnetlink.property.generated;

import io.jnetlink.message.AttributeReader;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Builds attributes anew, down to the innermost nest, by calling the setters in the order of the wire.
 *
 * <p>Not thread-safe.
 */
public final class Rebuilding {

    private final Set<String> selectorValues;
    private final List<String> notSet = new ArrayList<>();
    private final Map<Class<?>, List<GeneratedField>> fieldsByClass = new HashMap<>();

    /**
     * Starts without anything that could not be set.
     *
     * @param selectorValues values of selectors that stand further out than their sub-messages
     */
    public Rebuilding(Set<String> selectorValues) {
        this.selectorValues = selectorValues;
    }

    /** Attributes that could not be set in any of the lists rebuilt so far, with their values. */
    public List<String> notSet() {
        return notSet;
    }

    /** The same attributes, set one by one; {@link #notSet()} tells of those that are missing. */
    public AttributeReader rebuild(AttributeReader original) {
        Object builder = GeneratedSet.emptyBuilder(original.getClass());
        if (original.schema().isOrdered()) {
            GeneratedSet.inOrder(original).forEach(part -> setAll(part, builder));
        } else {
            setAll(original, builder);
        }
        return GeneratedSet.build(builder);
    }

    private void setAll(AttributeReader original, Object builder) {
        Map<String, GeneratedField> fields = new TreeMap<>();
        for (GeneratedField field :
                fieldsByClass.computeIfAbsent(original.getClass(), c -> GeneratedSet.fields(c, selectorValues))) {
            if (field.isPresent(original)) {
                fields.put(field.name(), field);
            }
        }
        for (String name : names(original)) {
            // A sub-message is set by its format where that is known, else by its bytes.
            String format = fields.keySet().stream()
                    .filter(f -> f.startsWith(name) && f.length() > name.length() && isFormat(original, name))
                    .findFirst()
                    .orElse(name);
            GeneratedField field = fields.get(format);
            if (field == null) {
                notSet.add(original.schema().name() + "." + name + " has no getter");
            } else {
                set(original, builder, field);
            }
        }
        original.unknown().forEach(raw -> notSet.add(original.schema().name() + " has no name for " + raw));
    }

    private void set(AttributeReader original, Object builder, GeneratedField field) {
        Object value = field.get(original);
        Optional<Object> header = field.header(original);
        // Some attributes are answered as 0 or 1, but sent as a flag.
        boolean set = field.set(builder, header, anew(value))
                || value instanceof Integer number && field.set(builder, header, number != 0);
        if (!set) {
            notSet.add(original.schema().name() + "." + field.name() + "=" + value);
        }
    }

    private Object anew(Object value) {
        if (value instanceof AttributeReader inner) {
            return rebuild(inner);
        }
        return value instanceof List<?> list ? list.stream().map(this::anew).toList() : value;
    }

    private static boolean isFormat(AttributeReader original, String javaName) {
        return original.schema().attributes().stream()
                .anyMatch(a ->
                        a.subMessage() != null && GeneratedSet.member(a.name()).equals(javaName));
    }

    /** Java names of the attributes, each once, as they first come; those that stand twice without being lists are noted. */
    private Set<String> names(AttributeReader original) {
        byte[] bytes = original.toByteArray();
        Set<String> names = new LinkedHashSet<>();
        AttributeCursor cursor = new AttributeCursor().wrap(NetlinkBuffer.wrap(bytes), 0, bytes.length);
        while (cursor.next()) {
            AttributeSchema attribute = original.schema().byNumber(cursor.type());
            if (attribute != null && !names.add(GeneratedSet.member(attribute.name())) && !attribute.multi()) {
                notSet.add(original.schema().name() + "." + attribute.name() + " stands twice");
            }
        }
        return names;
    }
}
