package io.jnetlink.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a spec says about a family, by name.
 *
 * <p>Immutable. Looking up a name that the family lacks is a fault of the generated code, so it throws.
 */
public final class FamilySchema {

    private final String name;
    private final int protocol;
    private final boolean generic;
    private final int version;
    private final Map<String, AttributeSet> sets = new LinkedHashMap<>();
    private final Map<String, StructSchema> structs;
    private final Map<String, EnumSchema> enums;
    private final Map<String, SubMessageSchema> subMessages;
    private final Map<String, OperationSchema> operations;
    private final Map<String, Integer> groups;

    private FamilySchema(Builder builder) {
        this.name = builder.name;
        this.protocol = builder.protocol;
        this.generic = builder.generic;
        this.version = builder.version;
        this.structs = Map.copyOf(builder.structs);
        this.enums = Map.copyOf(builder.enums);
        this.subMessages = Map.copyOf(builder.subMessages);
        this.groups = Map.copyOf(builder.groups);
        // In the order of the spec, since the first of several with one number is found.
        this.operations = new LinkedHashMap<>(builder.operations);
        builder.sets.forEach((set, attributes) ->
                sets.put(set, new AttributeSet(this, set, attributes, builder.ordered.contains(set))));
    }

    /** Starts a family of a netlink protocol of its own, such as 0 for {@code NETLINK_ROUTE}. */
    public static Builder raw(String name, int protocol) {
        return new Builder(name, protocol, false);
    }

    /** Starts a generic-netlink family. */
    public static Builder generic(String name) {
        return new Builder(name, 16, true);
    }

    /** The spec's name. */
    public String name() {
        return name;
    }

    /** Netlink protocol number; 16 for generic netlink. */
    public int protocol() {
        return protocol;
    }

    /** Whether it is a generic-netlink family. */
    public boolean isGeneric() {
        return generic;
    }

    /** The version that generic messages carry. */
    public int version() {
        return version;
    }

    /** The attribute set of a name. */
    public AttributeSet attributeSet(String set) {
        return required(sets.get(set), "attribute set", set);
    }

    /** The struct of a name. */
    public StructSchema struct(String struct) {
        return required(structs.get(struct), "struct", struct);
    }

    /** The enum or flags of a name. */
    public EnumSchema enumeration(String enumName) {
        return required(enums.get(enumName), "enum", enumName);
    }

    /** The sub-message of a name. */
    public SubMessageSchema subMessage(String subMessage) {
        return required(subMessages.get(subMessage), "sub-message", subMessage);
    }

    /** A body of a fixed header, if any, and an attribute set. */
    public MessageSchema message(@Nullable String header, String set) {
        return new MessageSchema(header == null ? null : struct(header), attributeSet(set));
    }

    /** The operation of a name. */
    public OperationSchema operation(String operation) {
        return required(operations.get(operation), "operation", operation);
    }

    /**
     * The number of a multicast group; empty in a generic family, whose groups are numbered when it is registered.
     *
     * @throws IllegalArgumentException if the spec names no such group
     */
    public OptionalInt group(String group) {
        int number = required(groups.get(group), "multicast group", group);
        return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** The first operation whose request has this number. */
    public Optional<OperationSchema> byRequest(int number) {
        return operations.values().stream().filter(o -> o.request() == number).findFirst();
    }

    /** The first operation whose reply or notification has this number. */
    public Optional<OperationSchema> byReply(int number) {
        return operations.values().stream().filter(o -> o.reply() == number).findFirst();
    }

    private <T> T required(@Nullable T found, String what, String wanted) {
        if (found == null) {
            throw new IllegalArgumentException("family " + name + " has no " + what + " " + wanted);
        }
        return found;
    }

    /** Collects what the spec says. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final int protocol;
        private final boolean generic;
        private int version = 1;
        private final Map<String, List<AttributeSchema>> sets = new LinkedHashMap<>();
        private final Set<String> ordered = new HashSet<>();
        private final Map<String, StructSchema> structs = new LinkedHashMap<>();
        private final Map<String, EnumSchema> enums = new LinkedHashMap<>();
        private final Map<String, SubMessageSchema> subMessages = new LinkedHashMap<>();
        private final Map<String, OperationSchema> operations = new LinkedHashMap<>();
        private final Map<String, Integer> groups = new LinkedHashMap<>();

        private Builder(String name, int protocol, boolean generic) {
            this.name = name;
            this.protocol = protocol;
            this.generic = generic;
        }

        /** Sets the version that generic messages carry; 1 unless said otherwise. */
        public Builder version(int value) {
            version = value;
            return this;
        }

        /** Adds an attribute set, or further attributes to one that was added before. */
        public Builder set(String set, AttributeSchema... attributes) {
            sets.computeIfAbsent(set, s -> new ArrayList<>()).addAll(List.of(attributes));
            return this;
        }

        /** Says that the order of different attributes of a set is part of the meaning. */
        public Builder ordered(String set) {
            ordered.add(set);
            return this;
        }

        /** Adds a struct. */
        public Builder struct(StructSchema struct) {
            structs.put(struct.name(), struct);
            return this;
        }

        /** Adds an enum or flags. */
        public Builder enumeration(EnumSchema enumSchema) {
            enums.put(enumSchema.name(), enumSchema);
            return this;
        }

        /** Adds a sub-message. */
        public Builder subMessage(SubMessageSchema subMessage) {
            subMessages.put(subMessage.name(), subMessage);
            return this;
        }

        /** Adds an operation. */
        public Builder operation(OperationSchema operation) {
            operations.put(operation.name(), operation);
            return this;
        }

        /**
         * Adds a multicast group.
         *
         * @param number its number; 0 in a generic family
         */
        public Builder group(String group, int number) {
            groups.put(group, number);
            return this;
        }

        /** The finished schema. */
        public FamilySchema build() {
            return new FamilySchema(this);
        }
    }
}
