package io.jnetlink.route.generated;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.SelectorIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Draws messages that are well-formed by a spec: right lengths, numbers within the spec's bounds, sub-messages that fit
 * their selectors, and now and then an attribute that the spec does not know.
 *
 * <p>Immutable.
 */
final class NetlinkArbitraries {

    private static final int MAX_DEPTH = 5;
    private static final int MAX_ATTRIBUTES = 6;
    private static final int MAX_REPEATS = 3;
    private static final int MAX_NUMBER = 0x3fff;
    private static final int MAX_UNKNOWN_BYTES = 12;

    private final Family family;

    NetlinkArbitraries(Family family) {
        this.family = family;
    }

    Family family() {
        return family;
    }

    /** The attributes of a set, standing alone. */
    Arbitrary<byte[]> attributes(String set) {
        return attributes(set, new Place(Map.of(), MAX_DEPTH));
    }

    /** A fixed header, if there is one, and the attributes behind it. */
    Arbitrary<byte[]> body(Optional<String> header, String set) {
        return body(header, Optional.of(set), new Place(Map.of(), MAX_DEPTH));
    }

    /** Bytes without any meaning. */
    static Arbitrary<byte[]> noise(int maxBytes) {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(maxBytes);
    }

    /** Attributes of a nest at a place. */
    Arbitrary<byte[]> attributes(String setName, Place place) {
        if (place.depth() == 0) {
            return Arbitraries.just(new byte[0]);
        }
        AttributeSetIr set = family.attributeSet(setName);
        List<Arbitrary<byte[]>> units = new ArrayList<>();
        Set<String> selectors = localSelectors(set);
        for (AttributeIr attribute : set.attributes()) {
            boolean selected = attribute.type() instanceof TypeIr.SubMessage s
                    && s.selector().isLocal();
            if (!selected && !selectors.contains(attribute.name()) && !(attribute.type() instanceof TypeIr.Unused)) {
                units.add(Arbitraries.lazy(() -> repeated(attribute, place)));
            }
        }
        selectors.forEach(s -> units.add(Arbitraries.lazy(() -> selection(set, s, place))));
        units.add(unknown(set));
        return Arbitraries.integers()
                .between(0, units.size() - 1)
                .list()
                .uniqueElements()
                .ofMaxSize(Math.min(MAX_ATTRIBUTES, units.size()))
                .flatMap(chosen -> inOrder(chosen.stream().map(units::get).toList()));
    }

    /** A sub-message payload of one format. */
    Arbitrary<byte[]> format(FormatIr format, Place place) {
        return body(format.fixedHeader(), format.attributeSet(), place);
    }

    private Arbitrary<byte[]> body(Optional<String> header, Optional<String> set, Place place) {
        List<Arbitrary<byte[]>> parts = new ArrayList<>();
        header.ifPresent(h -> parts.add(header(family.struct(h))));
        set.ifPresent(s -> parts.add(attributes(s, place)));
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

    private Arbitrary<byte[]> repeated(AttributeIr attribute, Place place) {
        Arbitrary<byte[]> one = one(attribute, place);
        return attribute.multiple()
                ? one.list().ofMinSize(1).ofMaxSize(MAX_REPEATS).map(AttributeBytes::joined)
                : one;
    }

    private Arbitrary<byte[]> one(AttributeIr attribute, Place place) {
        PayloadArbitraries payloads = new PayloadArbitraries(this, attribute, place);
        Arbitrary<byte[]> payload =
                Arbitraries.of(attribute.type(), attribute.sentType()).flatMap(type -> type.accept(payloads));
        boolean nest = attribute.type() instanceof TypeIr.Nest || attribute.type() instanceof TypeIr.IndexedArray;
        Arbitrary<Integer> flags = nest ? Arbitraries.of(0, AttributeBytes.NESTED) : Arbitraries.just(0);
        return Combinators.combine(flags, payload).as((f, p) -> AttributeBytes.attribute(attribute.number() | f, p));
    }

    private static Set<String> localSelectors(AttributeSetIr set) {
        Set<String> selectors = new LinkedHashSet<>();
        for (AttributeIr attribute : set.attributes()) {
            if (attribute.type() instanceof TypeIr.SubMessage message
                    && message.selector().isLocal()) {
                selectors.add(message.selector().attribute());
            }
        }
        return selectors;
    }

    /** A selector and what it selects. */
    private Arbitrary<byte[]> selection(AttributeSetIr set, String selectorName, Place place) {
        Map<AttributeIr, Map<String, FormatIr>> messages = new LinkedHashMap<>();
        Set<String> values = new LinkedHashSet<>();
        Optional<String> enumName = Optional.empty();
        for (AttributeIr attribute : set.attributes()) {
            if (attribute.type() instanceof TypeIr.SubMessage message
                    && isSelectedBy(message.selector(), selectorName)) {
                Map<String, FormatIr> formats = new LinkedHashMap<>();
                family.subMessage(message.subMessageName()).formats().forEach(f -> formats.put(f.value(), f));
                messages.put(attribute, formats);
                values.addAll(formats.keySet());
                enumName = message.selector().enumName();
            }
        }
        if (enumName.isEmpty()) {
            values.add("unheard-of");
        }
        AttributeIr selector = set.attribute(selectorName).orElseThrow();
        Optional<String> named = enumName;
        return Arbitraries.of(values).flatMap(value -> {
            List<Arbitrary<byte[]>> parts = new ArrayList<>();
            parts.add(selector(selector, value, named));
            messages.forEach((attribute, formats) -> {
                Arbitrary<byte[]> payload = formats.containsKey(value)
                        ? format(formats.get(value), place.below(selectorName, value))
                        : noise(MAX_UNKNOWN_BYTES);
                parts.add(Arbitraries.oneOf(
                        Arbitraries.just(new byte[0]),
                        payload.map(p -> AttributeBytes.attribute(attribute.number(), p))));
            });
            return inOrder(parts);
        });
    }

    private static boolean isSelectedBy(SelectorIr selector, String name) {
        return selector.isLocal() && selector.attribute().equals(name);
    }

    private Arbitrary<byte[]> selector(AttributeIr selector, String value, Optional<String> enumName) {
        if (enumName.isPresent()) {
            long number = family.enumeration(enumName.get())
                    .entry(value)
                    .orElseThrow()
                    .value();
            return Arbitraries.just(AttributeBytes.attribute(
                    selector.number(), PayloadArbitraries.number((TypeIr.Scalar) selector.type(), number)));
        }
        return Arbitraries.of("", "\0")
                .map(end ->
                        AttributeBytes.attribute(selector.number(), (value + end).getBytes(StandardCharsets.UTF_8)));
    }

    private static Arbitrary<byte[]> unknown(AttributeSetIr set) {
        int known =
                set.attributes().stream().mapToInt(AttributeIr::number).max().orElse(0);
        return Combinators.combine(Arbitraries.integers().between(known + 1, MAX_NUMBER), noise(MAX_UNKNOWN_BYTES))
                .as(AttributeBytes::attribute);
    }

    private static Arbitrary<byte[]> inOrder(List<Arbitrary<byte[]>> parts) {
        return parts.isEmpty()
                ? Arbitraries.just(new byte[0])
                : Combinators.combine(parts).as(AttributeBytes::joined);
    }
}
