package io.jnetlink.dynamic.map;

import io.jnetlink.dynamic.schema.SchemaFactory;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.SubMessageIr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a family by name and number.
 *
 * <p>Immutable. Names come from the model, in which all references are resolved, so each is found.
 */
public final class SpecIndex {

    private final Map<String, AttributeIndex> sets = new HashMap<>();
    private final Map<String, StructIr> structs = new HashMap<>();
    private final Map<String, EnumIr> enums = new HashMap<>();
    private final Map<String, SubMessageIr> subMessages = new HashMap<>();

    /** Indexes a family. */
    public SpecIndex(Family family) {
        AttributeSetIr none =
                new AttributeSetIr(SchemaFactory.NO_ATTRIBUTES, "", Optional.empty(), List.of(), Optional.empty());
        sets.put(none.name(), new AttributeIndex(none));
        family.attributeSets().forEach(s -> sets.put(s.name(), new AttributeIndex(s)));
        family.structs().forEach(s -> structs.put(s.name(), s));
        family.enums().forEach(e -> enums.put(e.name(), e));
        family.subMessages().forEach(s -> subMessages.put(s.name(), s));
    }

    /** The attribute set of a name. */
    public AttributeIndex set(String name) {
        return found(sets.get(name), name);
    }

    /** The struct of a name. */
    public StructIr struct(String name) {
        return found(structs.get(name), name);
    }

    /** The enum or flags of a name. */
    public EnumIr enumeration(String name) {
        return found(enums.get(name), name);
    }

    /** The sub-message of a name. */
    public SubMessageIr subMessage(String name) {
        return found(subMessages.get(name), name);
    }

    private static <T> T found(@Nullable T element, String name) {
        if (element == null) {
            throw new IllegalArgumentException("the family has no " + name);
        }
        return element;
    }

    /**
     * The attributes of a set.
     *
     * <p>Immutable. Of an attribute that a subset lists twice the first counts.
     */
    public static final class AttributeIndex {

        private final String name;
        private final boolean ordered;
        private final Map<String, AttributeIr> byName = new HashMap<>();
        private final Map<Integer, AttributeIr> byNumber = new HashMap<>();

        private AttributeIndex(AttributeSetIr set) {
            this.name = set.name();
            this.ordered = set.ordered();
            for (AttributeIr attribute : set.attributes()) {
                byName.putIfAbsent(attribute.name(), attribute);
                byNumber.putIfAbsent(attribute.number(), attribute);
            }
        }

        /** Name of the set. */
        public String name() {
            return name;
        }

        /** Whether the order of different attributes counts, so that a map cannot hold them. */
        public boolean isOrdered() {
            return ordered;
        }

        /** Names of its attributes. */
        public Iterable<String> names() {
            return byName.keySet();
        }

        /** The attribute of a name, or null. */
        public @Nullable AttributeIr attribute(String attribute) {
            return byName.get(attribute);
        }

        /** The attribute of a number, or null. */
        public @Nullable AttributeIr attribute(int number) {
            return byNumber.get(number);
        }

        /** How messages name an attribute of this set. */
        public String fieldName(AttributeIr attribute) {
            return name + "." + attribute.name();
        }
    }
}
