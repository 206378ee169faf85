package io.jnetlink.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payload whose layout depends on the value of another attribute, the selector.
 *
 * <p>Immutable.
 */
public final class SubMessageSchema {

    private final String name;
    private final Map<String, Format> formats;

    private SubMessageSchema(String name, Map<String, Format> formats) {
        this.name = name;
        this.formats = formats;
    }

    /** Starts a sub-message. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The spec's name. */
    public String name() {
        return name;
    }

    /** The layout for one value of the selector; empty if the spec knows none. */
    public Optional<Format> format(String selectorValue) {
        return Optional.ofNullable(formats.get(selectorValue));
    }

    /**
     * One layout.
     *
     * @param value the selector's value
     * @param header name of the struct in front, if any
     * @param attributes name of the attribute set behind it, if any
     */
    public record Format(
            String value, @Nullable String header, @Nullable String attributes) {}

    /** Collects the layouts. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final Map<String, Format> formats = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds the layout for one value of the selector. */
        public Builder format(String value, @Nullable String header, @Nullable String attributes) {
            formats.put(value, new Format(value, header, attributes));
            return this;
        }

        /** The finished schema. */
        public SubMessageSchema build() {
            return new SubMessageSchema(name, Map.copyOf(formats));
        }
    }
}
