package io.jnetlink.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names of numbers: an enumeration, or flags where an entry's value is its mask.
 *
 * <p>Immutable.
 */
public final class EnumSchema {

    private final String name;
    private final boolean flags;
    private final Map<Long, String> names;
    private final Map<String, Long> values;

    private EnumSchema(Builder builder) {
        this.name = builder.name;
        this.flags = builder.flags;
        // In the order of the spec, which is how flags are printed.
        this.names = new LinkedHashMap<>(builder.names);
        this.values = Map.copyOf(builder.values);
    }

    /** Starts an enumeration. */
    public static Builder enumeration(String name) {
        return new Builder(name, false);
    }

    /** Starts a set of flags. */
    public static Builder flags(String name) {
        return new Builder(name, true);
    }

    /** The spec's name. */
    public String name() {
        return name;
    }

    /** Whether values are masks that combine. */
    public boolean isFlags() {
        return flags;
    }

    /** The name of one value. */
    public Optional<String> nameOf(long value) {
        return Optional.ofNullable(names.get(value));
    }

    /** The value of one name. */
    public Optional<Long> valueOf(String entry) {
        return Optional.ofNullable(values.get(entry));
    }

    /** A readable text: the name, names joined by commas, or the number where no name fits. */
    public String print(long value) {
        return flags ? printFlags(value) : nameOf(value).orElseGet(() -> Long.toUnsignedString(value));
    }

    private String printFlags(long value) {
        List<String> parts = new ArrayList<>();
        long rest = value;
        for (Map.Entry<Long, String> entry : names.entrySet()) {
            long mask = entry.getKey();
            if (mask != 0 && (value & mask) == mask) {
                parts.add(entry.getValue());
                rest &= ~mask;
            }
        }
        if (rest != 0) {
            parts.add("0x" + Long.toHexString(rest));
        }
        return "<" + String.join(",", parts) + ">";
    }

    /** Collects the entries. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final boolean flags;
        private final Map<Long, String> names = new LinkedHashMap<>();
        private final Map<String, Long> values = new LinkedHashMap<>();

        private Builder(String name, boolean flags) {
            this.name = name;
            this.flags = flags;
        }

        /** Adds an entry; of two names for one value the first is printed, and both are understood. */
        public Builder entry(String entry, long value) {
            names.putIfAbsent(value, entry);
            values.put(entry, value);
            return this;
        }

        /** The finished schema. */
        public EnumSchema build() {
            return new EnumSchema(this);
        }
    }
}
