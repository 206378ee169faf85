package io.jnetlink.property;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Draws well-formed messages and breaks them.
 *
 * <p>Immutable.
 */
final class Malformation {

    private static final int MAX_TRAILING = 3;

    private final Family family;
    private final AttributeDrawing drawing;
    /** For faults that a well-formed message of the kernel may have already. */
    private final AttributeDrawing strict;

    private final Breakages breakages;

    Malformation(Family family, AttributeDrawing drawing) {
        this.family = family;
        this.drawing = drawing;
        this.strict = new AttributeDrawing(family, Direction.REQUEST);
        this.breakages = new Breakages(family, drawing);
    }

    /** Whether a message can be broken so at all. */
    boolean isPossible(Target target, MalformedKind kind) {
        return switch (kind) {
            case TRAILING_BYTES, UNKNOWN_ATTRIBUTE -> true;
            case SHORT_HEADER -> target.schema().headerLength() > 0;
            default -> !starts(target, kind).isEmpty();
        };
    }

    /** Messages broken in the way of a kind. */
    Arbitrary<MalformedMessage> of(Target target, MalformedKind kind) {
        return switch (kind) {
            case TRAILING_BYTES ->
                body(target, kind, Set.of())
                        .flatMap(original -> Arbitraries.bytes()
                                .array(byte[].class)
                                .ofMinSize(1)
                                .ofMaxSize(MAX_TRAILING)
                                .map(more -> whole(target, kind, original, AttributeBytes.joined(original, more))));
            case SHORT_HEADER ->
                body(target, kind, Set.of())
                        .flatMap(original -> Arbitraries.integers()
                                .between(0, target.schema().headerLength() - 1)
                                .map(end -> whole(target, kind, original, Arrays.copyOf(original, end))));
            case UNKNOWN_ATTRIBUTE -> body(target, kind, Set.of()).flatMap(original -> withUnknown(target, original));
            default ->
                Arbitraries.of(starts(target, kind))
                        .flatMap(start ->
                                broken(target, kind, start, breakages.of(kind).orElseThrow()));
        };
    }

    private static MalformedMessage whole(Target target, MalformedKind kind, byte[] original, byte[] broken) {
        return new MalformedMessage(kind, "", target.message(original), target.message(broken));
    }

    private Arbitrary<byte[]> body(Target target, MalformedKind kind, Set<String> present) {
        AttributeDrawing originals = kind == MalformedKind.CONFLICTING ? strict : drawing;
        return originals.body(target.header(), target.set(), present);
    }

    private Arbitrary<MalformedMessage> broken(Target target, MalformedKind kind, String start, Breakage breakage) {
        return body(target, kind, Set.of(start))
                .map(bytes -> new Original(
                        bytes,
                        spots(target, bytes).stream()
                                .filter(s -> breakage.spots().test(bytes, s))
                                .toList()))
                .filter(original -> !original.spots().isEmpty())
                .flatMap(original -> Arbitraries.of(original.spots())
                        .flatMap(spot -> breakage.breaking()
                                .apply(original.bytes(), spot)
                                .map(bytes -> new MalformedMessage(
                                        kind, spot.path(), target.message(original.bytes()), target.message(bytes)))));
    }

    /** Well-formed bytes and the places where they can be broken. */
    private record Original(byte[] bytes, List<Spot> spots) {}

    private List<Spot> spots(Target target, byte[] bytes) {
        return walk(target, bytes).spots();
    }

    private SpecWalk walk(Target target, byte[] bytes) {
        AttributeSetIr set = SpecConformance.attributeSet(family, target.message(bytes));
        return SpecWalk.over(family, set, bytes, target.schema().headerLength());
    }

    /** An unknown attribute before one of those that are there, at any depth, or at the end. */
    private Arbitrary<MalformedMessage> withUnknown(Target target, byte[] original) {
        List<Optional<Spot>> places = new ArrayList<>();
        places.add(Optional.empty());
        spots(target, original).stream()
                .filter(s -> !s.isElement())
                .map(Optional::of)
                .forEach(places::add);
        AttributeSetIr outermost = SpecConformance.attributeSet(family, target.message(original));
        return Arbitraries.of(places)
                .flatMap(place -> drawing.unknown(place.map(Spot::set).orElse(outermost))
                        .map(unknown -> new MalformedMessage(
                                MalformedKind.UNKNOWN_ATTRIBUTE,
                                place.map(Spot::path).map(Malformation::parent).orElse(""),
                                target.message(original),
                                target.message(Edit.inserted(
                                        original,
                                        place.map(Spot::offset).orElse(original.length),
                                        unknown,
                                        place.map(s -> s.list().around()).orElse(List.of()))))));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(path.lastIndexOf('.'), 0));
    }

    /** Outermost attributes that can be broken so themselves, or else those inside which there are some. */
    private List<String> starts(Target target, MalformedKind kind) {
        Predicate<AttributeIr> suits = breakages.of(kind).orElseThrow().attributes();
        List<AttributeIr> attributes =
                target.set().map(s -> family.attributeSet(s).attributes()).orElse(List.of()).stream()
                        .filter(a -> !(a.type() instanceof TypeIr.Unused))
                        // Without the selector around the set nothing can be drawn inside.
                        .filter(a -> !(a.type() instanceof TypeIr.SubMessage message)
                                || message.selector().isLocal())
                        .toList();
        List<String> direct = attributes.stream()
                .filter(suits)
                .map(AttributeIr::name)
                .distinct()
                .toList();
        boolean isOutermostOnly = kind == MalformedKind.TRUNCATED || kind == MalformedKind.OVERLONG;
        return !direct.isEmpty() || isOutermostOnly
                ? direct
                : attributes.stream()
                        .filter(a -> leads(a.type(), suits, new HashSet<>()))
                        .map(AttributeIr::name)
                        .distinct()
                        .toList();
    }

    private boolean leads(TypeIr type, Predicate<AttributeIr> suits, Set<String> visited) {
        return inside(type)
                .filter(visited::add)
                .flatMap(s -> family.attributeSet(s).attributes().stream())
                .anyMatch(a -> suits.test(a) || leads(a.type(), suits, visited));
    }

    private Stream<String> inside(TypeIr type) {
        if (type instanceof TypeIr.Nest nest) {
            return Stream.of(nest.attributeSet());
        } else if (type instanceof TypeIr.IndexedArray array) {
            return inside(array.element());
        } else if (type instanceof TypeIr.SubMessage message
                && message.selector().isLocal()) {
            return family.subMessage(message.subMessageName()).formats().stream()
                    .map(FormatIr::attributeSet)
                    .flatMap(Optional::stream);
        }
        return Stream.empty();
    }
}
