package io.jnetlink.property;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.Checks;
import io.jnetlink.spec.ir.DisplayHint;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.TypeVisitor;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Draws the payload of one attribute.
 *
 * <p>Immutable.
 */
final class PayloadDrawing implements TypeVisitor<Arbitrary<byte[]>> {

    private static final int MAX_BYTES = 40;
    private static final int MAX_TEXT = 20;
    private static final int MAX_ELEMENTS = 4;
    private static final int GROWTH = 8;
    private static final int BITFIELD = 8;

    private final AttributeDrawing drawing;
    private final AttributeIr attribute;
    private final Checks checks;
    private final Place place;

    PayloadDrawing(AttributeDrawing drawing, AttributeIr attribute, Place place) {
        this.drawing = drawing;
        this.attribute = attribute;
        this.checks = drawing.direction().keepsChecks() ? attribute.checks() : Checks.NONE;
        this.place = place;
    }

    @Override
    public Arbitrary<byte[]> scalar(TypeIr.Scalar type) {
        Arbitrary<byte[]> shortest = numbers(type).map(n -> NumberBytes.of(type, n));
        return type.kind().variableWidth() && !drawing.direction().isStrict()
                ? Arbitraries.oneOf(shortest, numbers(type).map(n -> NumberBytes.of(type, n, Long.BYTES)))
                : shortest;
    }

    private Arbitrary<Long> numbers(TypeIr.Scalar type) {
        BigInteger least = NumberBytes.least(type, checks);
        BigInteger greatest = NumberBytes.greatest(type, checks);
        Arbitrary<Long> any = Arbitraries.bigIntegers().between(least, greatest).map(BigInteger::longValue);
        if (checks.flagsMask().isPresent()) {
            long mask = drawing.family().enumeration(checks.flagsMask().get()).allBits();
            return any.map(n -> n & mask);
        }
        List<Long> named = type.enumName().map(n -> drawing.family().enumeration(n)).stream()
                .map(EnumIr::entries)
                .flatMap(List::stream)
                .map(e -> type.asFlags() ? e.mask() : e.value())
                .filter(n -> isBetween(NumberBytes.number(type, n), least, greatest))
                .toList();
        if (named.isEmpty()) {
            return any;
        }
        boolean openEnded = type.asFlags() || !drawing.direction().isStrict();
        return openEnded ? Arbitraries.oneOf(any, Arbitraries.of(named)) : Arbitraries.of(named);
    }

    private static boolean isBetween(BigInteger number, BigInteger least, BigInteger greatest) {
        return number.compareTo(least) >= 0 && number.compareTo(greatest) <= 0;
    }

    @Override
    public Arbitrary<byte[]> bitfield32(TypeIr.Bitfield32 type) {
        return exactly(BITFIELD);
    }

    @Override
    public Arbitrary<byte[]> flag(TypeIr.Flag type) {
        return Arbitraries.just(new byte[0]);
    }

    @Override
    public Arbitrary<byte[]> text(TypeIr.Text type) {
        int min = checks.exactLength().orElse(checks.minLength().orElse(0));
        int max = checks.exactLength().orElse(checks.maxLength().orElse(Math.max(min, MAX_TEXT)));
        int most = Math.max(min, Math.min(max, MAX_TEXT));
        Arbitrary<String> text = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('ä', '€')
                .ofMinLength(min)
                .ofMaxLength(most)
                .filter(t -> t.getBytes(StandardCharsets.UTF_8).length <= most);
        return Combinators.combine(text, drawing.terminator(attribute))
                .as((t, end) -> (t + end).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Arbitrary<byte[]> binary(TypeIr.Binary type) {
        if (checks.exactLength().isPresent()) {
            return exactly(checks.exactLength().getAsInt());
        }
        List<Integer> lengths = attribute.displayHint().map(this::lengths).orElse(List.of()).stream()
                .filter(n -> n >= checks.minLength().orElse(0)
                        && n <= checks.maxLength().orElse(Integer.MAX_VALUE))
                .toList();
        if (!lengths.isEmpty()) {
            return Arbitraries.of(lengths).flatMap(PayloadDrawing::exactly);
        }
        int min = checks.minLength().orElse(0);
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(min)
                .ofMaxSize(Math.max(min, Math.min(checks.maxLength().orElse(MAX_BYTES), MAX_BYTES)));
    }

    private List<Integer> lengths(DisplayHint hint) {
        return switch (hint) {
            case IPV4 -> List.of(4);
            case IPV6, UUID -> List.of(16);
            case IPV4_OR_V6 -> List.of(4, 16);
            // Infiniband has twenty, tunnels over IPv4 have four.
            case MAC -> drawing.direction().isStrict() ? List.of(6) : List.of(6, 4, 20);
            case FDDI -> List.of(8);
            case HEX -> List.of();
        };
    }

    /** Kernels make structs longer over time, so some are longer than the spec's and some are shorter. */
    @Override
    public Arbitrary<byte[]> struct(TypeIr.Struct type) {
        int size = drawing.family().struct(type.structName()).size();
        return drawing.direction().isStrict()
                ? exactly(size)
                : Arbitraries.oneOf(exactly(size), exactly(size), exactly(size + GROWTH), exactly(size / 2));
    }

    @Override
    public Arbitrary<byte[]> structArray(TypeIr.StructArray type) {
        int size = drawing.family().struct(type.structName()).size();
        return Arbitraries.integers().between(0, MAX_ELEMENTS).flatMap(count -> exactly(count * size));
    }

    @Override
    public Arbitrary<byte[]> scalarArray(TypeIr.ScalarArray type) {
        int width = type.element().kind().bytes();
        int least = (checks.exactLength().orElse(checks.minLength().orElse(0)) + width - 1) / width;
        int most = checks.exactLength().orElse(checks.maxLength().orElse(MAX_ELEMENTS * width)) / width;
        return Arbitraries.integers()
                .between(least, Math.max(least, Math.min(most, Math.max(least, MAX_ELEMENTS))))
                .flatMap(count -> exactly(count * width));
    }

    @Override
    public Arbitrary<byte[]> nest(TypeIr.Nest type) {
        return drawing.attributes(type.attributeSet(), place.below());
    }

    @Override
    public Arbitrary<byte[]> nestTypeValue(TypeIr.NestTypeValue type) {
        Arbitrary<byte[]> payload = type.inner().accept(this);
        for (int level = 0; level < type.levels().size(); level++) {
            payload = Combinators.combine(Arbitraries.integers().between(0, MAX_ELEMENTS), payload)
                    .as(AttributeBytes::attribute);
        }
        return payload;
    }

    @Override
    public Arbitrary<byte[]> indexedArray(TypeIr.IndexedArray type) {
        Arbitrary<byte[]> element = type.element().accept(this);
        return element.list().ofMaxSize(MAX_ELEMENTS).map(elements -> {
            byte[][] attributes = new byte[elements.size()][];
            Arrays.setAll(attributes, i -> AttributeBytes.attribute(i + 1, elements.get(i)));
            return AttributeBytes.joined(attributes);
        });
    }

    /** Only sub-messages whose selector stands further out come here; the others are drawn with their selector. */
    @Override
    public Arbitrary<byte[]> subMessage(TypeIr.SubMessage type) {
        Optional<FormatIr> format = Optional.ofNullable(
                        place.selectors().get(type.selector().attribute()))
                .flatMap(v -> drawing.family().subMessage(type.subMessageName()).format(v));
        return format.map(f -> drawing.format(f, place.below())).orElseGet(() -> exactly(0));
    }

    @Override
    public Arbitrary<byte[]> pad(TypeIr.Pad type) {
        return exactly(0);
    }

    @Override
    public Arbitrary<byte[]> unused(TypeIr.Unused type) {
        return exactly(Integer.BYTES);
    }

    private static Arbitrary<byte[]> exactly(int size) {
        return Arbitraries.bytes().array(byte[].class).ofSize(size);
    }
}
