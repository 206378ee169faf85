package io.jnetlink.property;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.TypeIr;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * The ways to break one attribute of a message.
 *
 * <p>Immutable.
 */
final class Breakages {

    private static final int MAX_EXCESS = 100;
    private static final int MAX_SURPLUS = 8;
    private static final int BITFIELD = 8;

    private final Family family;
    private final AttributeDrawing drawing;
    private final RangeViolations violations;
    private final Set<AttributeIr> selectors = new HashSet<>();
    private final Map<MalformedKind, Breakage> byKind;

    Breakages(Family family, AttributeDrawing drawing) {
        this.family = family;
        this.drawing = drawing;
        this.violations = new RangeViolations(family);
        for (AttributeSetIr set : family.attributeSets()) {
            Selection.beside(family, set).forEach(s -> selectors.add(s.selector()));
            Selection.further(family, set).forEach(s -> selectors.add(s.selector()));
        }
        this.byKind = Map.ofEntries(
                Map.entry(MalformedKind.TRUNCATED, truncated()),
                Map.entry(MalformedKind.OVERLONG, overlong()),
                Map.entry(MalformedKind.UNDERSIZED, undersized()),
                Map.entry(MalformedKind.SHORT_PAYLOAD, shortPayload()),
                Map.entry(MalformedKind.LONG_PAYLOAD, longPayload()),
                Map.entry(MalformedKind.WRONG_NESTING, wrongNesting()),
                Map.entry(MalformedKind.WRONG_NEST_FLAG, wrongNestFlag()),
                Map.entry(MalformedKind.UNTERMINATED, unterminated()),
                Map.entry(MalformedKind.DUPLICATED, duplicated()),
                Map.entry(MalformedKind.OUT_OF_RANGE, outOfRange()),
                Map.entry(MalformedKind.CONFLICTING, conflicting()));
    }

    /** How to break an attribute; empty for kinds that break the message as a whole. */
    Optional<Breakage> of(MalformedKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    private Breakage truncated() {
        return new Breakage(
                a -> !(a.type() instanceof TypeIr.Flag)
                        && !(a.type() instanceof TypeIr.Pad)
                        && !(a.type() instanceof TypeIr.SubMessage),
                (bytes, spot) -> spot.list().isOutermost() && spot.payloadLength() > 0,
                (bytes, spot) -> Arbitraries.integers()
                        .between(spot.payload(), spot.offset() + spot.length() - 1)
                        .map(end -> Arrays.copyOf(bytes, end)));
    }

    private Breakage overlong() {
        return new Breakage(a -> true, (bytes, spot) -> spot.list().isOutermost(), Breakages::excess);
    }

    private Breakage wrongNesting() {
        return new Breakage(
                a -> hasInside(a.type()),
                (bytes, spot) -> !spot.list().isOutermost() && spot.list().isJudged(),
                Breakages::excess);
    }

    private boolean hasInside(TypeIr type) {
        if (type instanceof TypeIr.Nest nest) {
            return !family.attributeSet(nest.attributeSet()).attributes().isEmpty();
        } else if (type instanceof TypeIr.SubMessage message) {
            return family.subMessage(message.subMessageName()).formats().stream()
                    .anyMatch(f -> f.attributeSet().isPresent());
        }
        return type instanceof TypeIr.IndexedArray;
    }

    /** Claims more than its list has. */
    private static Arbitrary<byte[]> excess(byte[] bytes, Spot spot) {
        int left = spot.list().end() - spot.offset();
        return Arbitraries.integers().between(1, MAX_EXCESS).map(more -> Edit.claiming(bytes, spot, left + more));
    }

    private Breakage undersized() {
        return new Breakage(
                a -> true,
                (bytes, spot) -> spot.list().isJudged(),
                (bytes, spot) -> Arbitraries.integers()
                        .between(0, AttributeBytes.HEADER - 1)
                        .map(length -> Edit.claiming(bytes, spot, length)));
    }

    private Breakage shortPayload() {
        return new Breakage(
                a -> Math.min(least(a.type()), least(a.sentType())) > 0,
                (bytes, spot) -> spot.list().isJudged() && least(spot) > 0,
                (bytes, spot) -> Arbitraries.integers()
                        .between(0, least(spot) - 1)
                        .map(size -> withPayload(bytes, spot, Arrays.copyOf(Edit.payload(bytes, spot), size))));
    }

    /** Fewest bytes that a decoder must insist on, in all forms that the attribute has. */
    private static int least(Spot spot) {
        AttributeIr attribute = spot.attribute();
        if (attribute == null) {
            return 0;
        }
        return spot.isElement() ? least(spot.type()) : Math.min(least(attribute.type()), least(attribute.sentType()));
    }

    private static int least(TypeIr type) {
        if (type instanceof TypeIr.Scalar scalar) {
            return scalar.kind().variableWidth() ? Integer.BYTES : scalar.kind().bytes();
        }
        return type instanceof TypeIr.Bitfield32 ? BITFIELD : 0;
    }

    private Breakage longPayload() {
        return new Breakage(
                a -> a.requestType().isEmpty() && hasLength(a.type()),
                (bytes, spot) -> isNamed(spot) && isOneForm(spot) && hasLength(spot.type()),
                (bytes, spot) -> Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMinSize(1)
                        .ofMaxSize(MAX_SURPLUS)
                        .map(more -> withPayload(bytes, spot, AttributeBytes.joined(Edit.payload(bytes, spot), more))));
    }

    private static boolean isOneForm(Spot spot) {
        return spot.attribute() != null && spot.attribute().requestType().isEmpty();
    }

    private static boolean hasLength(TypeIr type) {
        return type instanceof TypeIr.Scalar scalar
                ? !scalar.kind().variableWidth()
                : type instanceof TypeIr.Bitfield32 || type instanceof TypeIr.Flag;
    }

    private Breakage wrongNestFlag() {
        return new Breakage(
                Breakages::isFlagSettled,
                (bytes, spot) -> isNamed(spot) && isFlagSettled(spot.attribute()) && hasRightFlag(bytes, spot),
                (bytes, spot) -> Arbitraries.just(Edit.flipped(bytes, spot)));
    }

    private static boolean isFlagSettled(AttributeIr attribute) {
        return !(attribute.type() instanceof TypeIr.SubMessage);
    }

    private static boolean hasRightFlag(byte[] bytes, Spot spot) {
        AttributeIr attribute = spot.attribute();
        boolean isSet = (Edit.rawType(bytes, spot) & AttributeBytes.NESTED) != 0;
        return isSet == (AttributeDrawing.isNest(attribute.type()) && attribute.nestFlag());
    }

    private static Breakage unterminated() {
        return new Breakage(
                PayloadJudge::mustBeTerminated,
                (bytes, spot) -> PayloadJudge.mustBeTerminated(spot) && endsInNul(bytes, spot),
                (bytes, spot) -> Arbitraries.just(
                        withPayload(bytes, spot, Arrays.copyOf(Edit.payload(bytes, spot), spot.payloadLength() - 1))));
    }

    private static boolean endsInNul(byte[] bytes, Spot spot) {
        return spot.payloadLength() > 0 && bytes[spot.offset() + spot.length() - 1] == 0;
    }

    private Breakage duplicated() {
        return new Breakage(
                this::isSingle,
                (bytes, spot) -> isNamed(spot) && isSingle(spot.attribute()),
                (bytes, spot) -> another(bytes, spot)
                        .map(other -> Edit.inserted(
                                bytes, spot.offset(), other, spot.list().around())));
    }

    /** Twice a selector, and what it selects would be another matter. */
    private boolean isSingle(AttributeIr attribute) {
        return !SpecConformance.mayRepeat(attribute) && !selectors.contains(attribute);
    }

    private Arbitrary<byte[]> another(byte[] bytes, Spot spot) {
        AttributeIr attribute = spot.attribute();
        return attribute.type() instanceof TypeIr.SubMessage
                ? Arbitraries.just(Arrays.copyOfRange(bytes, spot.offset(), spot.next()))
                : drawing.attribute(attribute, new Place(Map.of(), 2));
    }

    private Breakage outOfRange() {
        return new Breakage(
                a -> violations.of(a).isPresent(),
                (bytes, spot) ->
                        isNamed(spot) && violations.of(spot.attribute()).isPresent(),
                (bytes, spot) -> violations
                        .of(spot.attribute())
                        .orElseThrow()
                        .map(payload -> withPayload(bytes, spot, payload)));
    }

    private Breakage conflicting() {
        return new Breakage(
                a -> !a.conflicts().isEmpty(),
                (bytes, spot) -> isNamed(spot) && !spot.attribute().conflicts().isEmpty(),
                (bytes, spot) -> Arbitraries.of(spot.attribute().conflicts())
                        .flatMap(name ->
                                drawing.attribute(spot.set().attribute(name).orElseThrow(), new Place(Map.of(), 2)))
                        .map(other -> Edit.inserted(
                                bytes, spot.offset(), other, spot.list().around())));
    }

    private static boolean isNamed(Spot spot) {
        return spot.attribute() != null && !spot.isElement();
    }

    private static byte[] withPayload(byte[] bytes, Spot spot, byte[] payload) {
        return Edit.replaced(bytes, spot, AttributeBytes.attribute(Edit.rawType(bytes, spot), payload));
    }
}
