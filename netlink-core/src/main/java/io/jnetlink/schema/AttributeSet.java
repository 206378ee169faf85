package io.jnetlink.schema;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that may stand in one nest, by number.
 *
 * <p>Immutable. Belongs to a {@link FamilySchema}, in which the names of nested sets, structs and enums are looked up.
 */
public final class AttributeSet {

    private final FamilySchema family;
    private final String name;
    private final Map<Integer, AttributeSchema> attributes = new TreeMap<>();
    private final @Nullable AttributeSchema[] byNumber;
    private final boolean ordered;

    AttributeSet(FamilySchema family, String name, List<AttributeSchema> attributes, boolean ordered) {
        this.family = family;
        this.name = name;
        this.ordered = ordered;
        attributes.forEach(a -> this.attributes.put(a.number(), a));
        int max = this.attributes.keySet().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(-1);
        this.byNumber = new AttributeSchema[max + 1];
        attributes.forEach(a -> byNumber[a.number()] = a);
    }

    /** The family that it belongs to. */
    public FamilySchema family() {
        return family;
    }

    /** The spec's name. */
    public String name() {
        return name;
    }

    /** All attributes, by rising number. */
    public Collection<AttributeSchema> attributes() {
        return List.copyOf(attributes.values());
    }

    /** The highest number; -1 in an empty set. */
    public int maxNumber() {
        return byNumber.length - 1;
    }

    /** The attribute of a number, or null: a kernel newer than the spec may send others. */
    public @Nullable AttributeSchema byNumber(int number) {
        return number < byNumber.length ? byNumber[number] : null;
    }

    /** The attribute of a spec name. */
    public Optional<AttributeSchema> byName(String attribute) {
        return attributes.values().stream()
                .filter(a -> a.name().equals(attribute))
                .findFirst();
    }

    /** Whether the order of different attributes is part of the meaning, as that of actions is. */
    public boolean isOrdered() {
        return ordered;
    }

    /** The set inside a nest of this one; null if its inside has no names. */
    public @Nullable AttributeSet nested(AttributeSchema attribute) {
        return attribute.nested() == null ? null : family.attributeSet(attribute.nested());
    }

    @Override
    public String toString() {
        return family.name() + "/" + name;
    }
}
