package io.jnetlink.route.generated;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.Checks;
import io.jnetlink.spec.ir.DisplayHint;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.TypeVisitor;
import io.jnetlink.spec.ir.WireOrder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Draws the payload of one attribute.
 *
 * <p>Immutable.
 */
final class PayloadArbitraries implements TypeVisitor<Arbitrary<byte[]>> {

    private static final int MAX_BYTES = 40;
    private static final int MAX_TEXT = 20;
    private static final int MAX_ELEMENTS = 4;
    private static final int GROWTH = 8;

    private final NetlinkArbitraries arbitraries;
    private final AttributeIr attribute;
    private final Place place;

    PayloadArbitraries(NetlinkArbitraries arbitraries, AttributeIr attribute, Place place) {
        this.arbitraries = arbitraries;
        this.attribute = attribute;
        this.place = place;
    }

    /** A number on the wire; one of variable width in eight bytes. */
    static byte[] number(TypeIr.Scalar type, long value) {
        return number(type, value, type.kind().bytes());
    }

    private static byte[] number(TypeIr.Scalar type, long value, int width) {
        boolean big = type.order() == WireOrder.BIG_ENDIAN
                || type.order() == WireOrder.HOST && ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
        byte[] bytes = ByteBuffer.allocate(Long.BYTES)
                .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return big ? Arrays.copyOfRange(bytes, Long.BYTES - width, Long.BYTES) : Arrays.copyOf(bytes, width);
    }

    @Override
    public Arbitrary<byte[]> scalar(TypeIr.Scalar type) {
        if (type.kind().variableWidth()) {
            return Arbitraries.oneOf(
                    numbers(type).map(n -> number(type, n, Long.BYTES)),
                    Arbitraries.integers().map(n -> number(type, n, Integer.BYTES)));
        }
        return numbers(type).map(n -> number(type, n));
    }

    private Arbitrary<Long> numbers(TypeIr.Scalar type) {
        Checks checks = attribute.checks();
        int bits = type.kind().bytes() * Byte.SIZE;
        boolean wide = bits == Long.SIZE;
        long least = type.kind().signed() ? -1L << bits - 1 : wide ? Long.MIN_VALUE : 0;
        long greatest = type.kind().signed() ? ~(-1L << bits - 1) : wide ? Long.MAX_VALUE : ~(-1L << bits);
        long min = checks.min().orElse(least);
        long max = checks.max().orElse(greatest);
        Arbitrary<Long> any = Arbitraries.longs().between(min, max);
        Optional<EnumIr> named = type.enumName().map(n -> arbitraries.family().enumeration(n));
        return named.isEmpty() || named.get().entries().isEmpty()
                ? any
                : Arbitraries.oneOf(
                        any,
                        Arbitraries.of(named.get().entries())
                                .map(e -> type.asFlags() ? e.mask() : e.value())
                                .filter(n -> n >= min && n <= max));
    }

    @Override
    public Arbitrary<byte[]> bitfield32(TypeIr.Bitfield32 type) {
        return exactly(ScalarKind.U64.bytes());
    }

    @Override
    public Arbitrary<byte[]> flag(TypeIr.Flag type) {
        return Arbitraries.just(new byte[0]);
    }

    @Override
    public Arbitrary<byte[]> text(TypeIr.Text type) {
        int max = Math.min(attribute.checks().maxLength().orElse(MAX_TEXT), MAX_TEXT);
        Arbitrary<String> text = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('ä', '€')
                .ofMaxLength(max)
                .filter(t -> t.getBytes(StandardCharsets.UTF_8).length <= max);
        return Combinators.combine(text, Arbitraries.of("", "\0"))
                .as((t, end) -> (t + end).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Arbitrary<byte[]> binary(TypeIr.Binary type) {
        Checks checks = attribute.checks();
        if (checks.exactLength().isPresent()) {
            return exactly(checks.exactLength().getAsInt());
        }
        Optional<DisplayHint> hint = attribute.displayHint();
        if (hint.isPresent()) {
            switch (hint.get()) {
                case IPV4 -> {
                    return exactly(4);
                }
                case IPV6, UUID -> {
                    return exactly(16);
                }
                case IPV4_OR_V6 -> {
                    return Arbitraries.oneOf(exactly(4), exactly(16));
                }
                case MAC -> {
                    return Arbitraries.oneOf(exactly(6), exactly(4), exactly(20));
                }
                default -> {}
            }
        }
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(checks.minLength().orElse(0))
                .ofMaxSize(checks.maxLength().orElse(MAX_BYTES));
    }

    /** Kernels make structs longer over time, so some are longer than the spec's and some are shorter. */
    @Override
    public Arbitrary<byte[]> struct(TypeIr.Struct type) {
        int size = arbitraries.family().struct(type.structName()).size();
        return Arbitraries.oneOf(exactly(size), exactly(size), exactly(size + GROWTH), exactly(size / 2));
    }

    @Override
    public Arbitrary<byte[]> scalarArray(TypeIr.ScalarArray type) {
        return Arbitraries.integers()
                .between(0, MAX_ELEMENTS)
                .flatMap(count -> exactly(count * type.element().kind().bytes()));
    }

    @Override
    public Arbitrary<byte[]> nest(TypeIr.Nest type) {
        return arbitraries.attributes(type.attributeSet(), place.below());
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
            return AttributeBytes.joined(Arrays.asList(attributes));
        });
    }

    /** Only sub-messages whose selector stands further out come here; the others are drawn with their selector. */
    @Override
    public Arbitrary<byte[]> subMessage(TypeIr.SubMessage type) {
        Optional<FormatIr> format = Optional.ofNullable(
                        place.selectors().get(type.selector().attribute()))
                .flatMap(v ->
                        arbitraries.family().subMessage(type.subMessageName()).format(v));
        return format.map(f -> arbitraries.format(f, place.below())).orElseGet(() -> exactly(0));
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
