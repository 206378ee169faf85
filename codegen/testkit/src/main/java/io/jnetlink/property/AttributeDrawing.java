package io.jnetlink.property;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Draws lists of attributes that are well-formed by a spec: right lengths, numbers within the spec's bounds, sub-messages that fit
 * their selectors, and now and then an attribute that the spec does not know.
 *
 * <p>Immutable.
 */
final class AttributeDrawing {

    /** A selector value that no spec has a format for. */
    private static final String UNHEARD_OF = "unheard-of";

    private static final byte[] NOTHING = {};
    private static final int MAX_ATTRIBUTES = 6;
    private static final int MAX_REPEATS = 3;
    private static final int MAX_UNKNOWN_BYTES = 12;

    private final Family family;
    private final Direction direction;
    private final Map<String, List<Selection>> beside = new HashMap<>();
    private final Map<String, List<Selection>> further = new HashMap<>();

    AttributeDrawing(Family family, Direction direction) {
        this.family = family;
        this.direction = direction;
        for (AttributeSetIr set : family.attributeSets()) {
            beside.put(set.name(), Selection.beside(family, set));
            further.put(set.name(), Selection.further(family, set));
        }
    }

    Family family() {
        return family;
    }

    Direction direction() {
        return direction;
    }

    /** A fixed header, if there is one, and attributes behind it, among them those of the names {@code present}. */
    Arbitrary<byte[]> body(Optional<String> header, Optional<String> set, Set<String> present) {
        return body(header, set, Place.outermost(), present);
    }

    /** Attributes of a nest at a place. */
    Arbitrary<byte[]> attributes(String set, Place place) {
        return attributes(set, place, Set.of());
    }

    /** A sub-message payload of one format. */
    Arbitrary<byte[]> format(FormatIr format, Place place) {
        return body(format.fixedHeader(), format.attributeSet(), place, Set.of());
    }

    /** One attribute with header and padding, in one of the forms that the direction has. */
    Arbitrary<byte[]> attribute(AttributeIr attribute, Place place) {
        return Combinators.combine(flags(attribute), payload(attribute, place))
                .as((f, p) -> AttributeBytes.attribute(attribute.number() | f, p));
    }

    /** The payload of one attribute. */
    Arbitrary<byte[]> payload(AttributeIr attribute, Place place) {
        PayloadDrawing payloads = new PayloadDrawing(this, attribute, place);
        return Arbitraries.of(forms(attribute))
                .flatMap(type -> type.accept(payloads))
                .filter(p -> p.length <= AttributeBytes.MAX_PAYLOAD);
    }

    /** An attribute whose number a set does not know. */
    Arbitrary<byte[]> unknown(AttributeSetIr set) {
        Arbitrary<Integer> numbers = Arbitraries.integers()
                .between(0, AttributeBytes.MAX_NUMBER)
                .filter(n -> set.attribute(n).isEmpty());
        return Combinators.combine(numbers, noise(MAX_UNKNOWN_BYTES)).as(AttributeBytes::attribute);
    }

    /** What stands behind a text. */
    Arbitrary<String> terminator(AttributeIr attribute) {
        return direction.isStrict() ? Arbitraries.just(attribute.terminated() ? "\0" : "") : Arbitraries.of("", "\0");
    }

    /** Bytes without any meaning. */
    static Arbitrary<byte[]> noise(int maxBytes) {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(maxBytes);
    }

    /** Whether the payload is a list of attributes, which senders may mark by the nested bit. */
    static boolean isNest(TypeIr type) {
        return type instanceof TypeIr.Nest
                || type instanceof TypeIr.IndexedArray
                || type instanceof TypeIr.NestTypeValue;
    }

    private Arbitrary<byte[]> body(Optional<String> header, Optional<String> set, Place place, Set<String> present) {
        List<Arbitrary<byte[]>> parts = new ArrayList<>();
        header.ifPresent(h -> parts.add(header(family.struct(h))));
        set.ifPresent(s -> parts.add(attributes(s, place, present)));
        return inOrder(parts);
    }

    /** A fixed header. Its padding is zero, since it is not kept. */
    private static Arbitrary<byte[]> header(StructIr struct) {
        return Arbitraries.bytes().array(byte[].class).ofSize(struct.size()).map(bytes -> {
            byte[] padded = new byte[bytes.length];
            for (MemberIr member : struct.members()) {
                if (!(member.type() instanceof TypeIr.Pad)) {
                    System.arraycopy(bytes, member.offset(), padded, member.offset(), member.size());
                }
            }
            return AttributeBytes.padded(padded);
        });
    }

    private Arbitrary<byte[]> attributes(String setName, Place outer, Set<String> present) {
        if (outer.depth() == 0) {
            return Arbitraries.just(NOTHING);
        }
        AttributeSetIr set = family.attributeSet(setName);
        Place place = outer.in(set);
        List<Selection> outward = further.getOrDefault(setName, List.of());
        if (outward.isEmpty()) {
            return units(set, place, present);
        }
        List<Arbitrary<Optional<String>>> values = new ArrayList<>();
        for (Selection selection : outward) {
            boolean certain = present.contains(selection.selector().name());
            values.add(Arbitraries.of(valuesOf(selection)).optional(certain ? 1 : 0.5));
        }
        // Nests are drawn for the value of the selector, which senders write first.
        return Combinators.combine(values).as(v -> v).flatMap(chosen -> {
            List<Arbitrary<byte[]>> parts = new ArrayList<>();
            Place inside = place;
            for (int i = 0; i < chosen.size(); i++) {
                Selection selection = outward.get(i);
                if (chosen.get(i).isPresent()) {
                    String value = chosen.get(i).get();
                    parts.add(selector(selection, value));
                    inside = inside.with(selection.selector().name(), value);
                }
            }
            parts.add(units(set, inside, present));
            return inOrder(parts);
        });
    }

    private Arbitrary<byte[]> units(AttributeSetIr set, Place place, Set<String> present) {
        List<Unit> units = unitsOf(set, place, present);
        if (units.isEmpty()) {
            return Arbitraries.just(NOTHING);
        }
        List<Unit> certain = units.stream().filter(u -> u.isAnyOf(present)).toList();
        Arbitrary<List<Integer>> chosen = Arbitraries.integers()
                .between(0, units.size() - 1)
                .list()
                .uniqueElements()
                .ofMaxSize(Math.min(MAX_ATTRIBUTES, units.size()));
        Arbitrary<Integer> position = Arbitraries.integers().between(0, MAX_ATTRIBUTES);
        return Combinators.combine(chosen, position).flatAs((indices, at) -> {
            List<Unit> others = indices.stream()
                    .map(units::get)
                    .filter(u -> !certain.contains(u))
                    .toList();
            return inOrder(compatible(certain, others, Math.min(at, others.size())).stream()
                    .map(Unit::draw)
                    .toList());
        });
    }

    /** The certain ones amid the others; in a request, without others that exclude what is there already. */
    private List<Unit> compatible(List<Unit> certain, List<Unit> others, int at) {
        List<Unit> kept = new ArrayList<>(certain);
        List<Unit> ordered = new ArrayList<>();
        for (Unit unit : others) {
            if (!direction.isStrict() || kept.stream().noneMatch(k -> k.excludes(unit))) {
                kept.add(unit);
                ordered.add(unit);
            }
        }
        ordered.addAll(Math.min(at, ordered.size()), certain);
        return ordered;
    }

    private List<Unit> unitsOf(AttributeSetIr set, Place place, Set<String> present) {
        List<Selection> selections = beside.getOrDefault(set.name(), List.of());
        Set<String> taken = new LinkedHashSet<>();
        for (Selection selection : selections) {
            taken.add(selection.selector().name());
            selection.messages().forEach(m -> taken.add(m.name()));
        }
        further.getOrDefault(set.name(), List.of())
                .forEach(s -> taken.add(s.selector().name()));
        Map<String, Unit> units = new LinkedHashMap<>();
        for (AttributeIr attribute : set.attributes()) {
            if (!taken.contains(attribute.name()) && !(attribute.type() instanceof TypeIr.Unused)) {
                // A subset may list an attribute twice; the first counts.
                units.putIfAbsent(attribute.name(), Unit.of(attribute, () -> repeated(attribute, place)));
            }
        }
        List<Unit> all = new ArrayList<>(units.values());
        selections.forEach(s -> all.add(Unit.of(s, () -> selection(s, place, present))));
        if (!direction.isStrict()) {
            all.add(new Unit(Set.of(), Set.of(), () -> unknown(set)));
        }
        return all;
    }

    private Arbitrary<byte[]> repeated(AttributeIr attribute, Place place) {
        Arbitrary<byte[]> one = attribute(attribute, place);
        return attribute.multiple()
                ? one.list().ofMinSize(1).ofMaxSize(MAX_REPEATS).map(AttributeBytes::joined)
                : one;
    }

    private List<TypeIr> forms(AttributeIr attribute) {
        return switch (direction) {
            case REQUEST -> List.of(attribute.sentType());
            case REPLY -> List.of(attribute.type());
            case EITHER ->
                Stream.of(attribute.type(), attribute.sentType()).distinct().toList();
        };
    }

    private Arbitrary<Integer> flags(AttributeIr attribute) {
        if (!isNest(attribute.type())) {
            return Arbitraries.just(0);
        }
        return direction.isStrict()
                ? Arbitraries.just(attribute.nestFlag() ? AttributeBytes.NESTED : 0)
                : Arbitraries.of(0, AttributeBytes.NESTED);
    }

    /** A selector and what it selects beside itself. */
    private Arbitrary<byte[]> selection(Selection selection, Place place, Set<String> present) {
        return Arbitraries.of(valuesOf(selection)).flatMap(value -> {
            List<Arbitrary<byte[]>> parts = new ArrayList<>();
            parts.add(selector(selection, value));
            Place inside = place.with(selection.selector().name(), value).below();
            for (AttributeIr message : selection.messages()) {
                Arbitrary<byte[]> attribute = selected(message, value, inside)
                        .filter(p -> p.length <= AttributeBytes.MAX_PAYLOAD)
                        .map(p -> AttributeBytes.attribute(message.number(), p));
                parts.add(
                        present.contains(message.name())
                                ? attribute
                                : Arbitraries.oneOf(Arbitraries.just(NOTHING), attribute));
            }
            return inOrder(parts);
        });
    }

    private Arbitrary<byte[]> selected(AttributeIr message, String value, Place place) {
        TypeIr.SubMessage type = (TypeIr.SubMessage) message.type();
        return family.subMessage(type.subMessageName())
                .format(value)
                .map(f -> format(f, place))
                .orElseGet(() -> direction.isStrict() ? Arbitraries.just(NOTHING) : noise(MAX_UNKNOWN_BYTES));
    }

    /** Values with a format, and others where they may come: all entries of an enum, but no text that is not asked for. */
    private Set<String> valuesOf(Selection selection) {
        Set<String> values = new LinkedHashSet<>(selection.values());
        Optional<EnumIr> entries = selection.enumName().map(family::enumeration);
        if (entries.isPresent()) {
            values.removeIf(v -> entries.get().entry(v).isEmpty());
            entries.get().entries().stream().map(EntryIr::name).forEach(values::add);
        } else if (!direction.isStrict()) {
            values.add(UNHEARD_OF);
        }
        return values;
    }

    private Arbitrary<byte[]> selector(Selection selection, String value) {
        AttributeIr selector = selection.selector();
        if (selection.enumName().isPresent()) {
            long number = family.enumeration(selection.enumName().get())
                    .entry(value)
                    .orElseThrow()
                    .value();
            return Arbitraries.just(AttributeBytes.attribute(
                    selector.number(), NumberBytes.of((TypeIr.Scalar) selector.type(), number)));
        }
        return terminator(selector)
                .map(end ->
                        AttributeBytes.attribute(selector.number(), (value + end).getBytes(StandardCharsets.UTF_8)));
    }

    private static Arbitrary<byte[]> inOrder(List<Arbitrary<byte[]>> parts) {
        return parts.isEmpty()
                ? Arbitraries.just(NOTHING)
                : Combinators.combine(parts).as(AttributeBytes::joined);
    }

    /** Attributes that are drawn together or not at all. */
    private record Unit(Set<String> names, Set<String> conflicts, Supplier<Arbitrary<byte[]>> drawing) {

        static Unit of(AttributeIr attribute, Supplier<Arbitrary<byte[]>> drawing) {
            return new Unit(Set.of(attribute.name()), Set.copyOf(attribute.conflicts()), drawing);
        }

        static Unit of(Selection selection, Supplier<Arbitrary<byte[]>> drawing) {
            Set<String> names = new LinkedHashSet<>();
            Set<String> conflicts = new LinkedHashSet<>(selection.selector().conflicts());
            names.add(selection.selector().name());
            for (AttributeIr message : selection.messages()) {
                names.add(message.name());
                conflicts.addAll(message.conflicts());
            }
            return new Unit(names, conflicts, drawing);
        }

        Arbitrary<byte[]> draw() {
            // Nests may hold their own set, so that the arbitrary of one must not be built before it is drawn from.
            return Arbitraries.lazy(drawing);
        }

        boolean isAnyOf(Set<String> wanted) {
            return names.stream().anyMatch(wanted::contains);
        }

        boolean excludes(Unit other) {
            return conflicts.stream().anyMatch(other.names::contains)
                    || other.conflicts.stream().anyMatch(names::contains);
        }
    }
}
