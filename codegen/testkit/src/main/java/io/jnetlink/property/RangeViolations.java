package io.jnetlink.property;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.Checks;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.TypeIr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Draws payloads that have a right form but that a spec's checks do not let a request carry.
 *
 * <p>Immutable.
 */
final class RangeViolations {

    /** Longer texts and bytes are not drawn, lest messages overflow. */
    private static final int MAX_LENGTH = 4096;

    private final Family family;

    RangeViolations(Family family) {
        this.family = family;
    }

    /** Payloads outside the checks of an attribute; empty if every payload of its type is inside. */
    Optional<Arbitrary<byte[]>> of(AttributeIr attribute) {
        if (attribute.requestType().isPresent()) {
            return Optional.empty();
        } else if (attribute.type() instanceof TypeIr.Scalar scalar) {
            return numbers(scalar, attribute.checks());
        } else if (attribute.type() instanceof TypeIr.Text || attribute.type() instanceof TypeIr.Binary) {
            return tooLong(attribute.checks());
        }
        return Optional.empty();
    }

    private Optional<Arbitrary<byte[]>> numbers(TypeIr.Scalar type, Checks checks) {
        List<Arbitrary<Long>> numbers = new ArrayList<>();
        BigInteger least = NumberBytes.least(type, checks);
        BigInteger greatest = NumberBytes.greatest(type, checks);
        BigInteger leastOfAll = NumberBytes.least(type, Checks.NONE);
        BigInteger greatestOfAll = NumberBytes.greatest(type, Checks.NONE);
        if (least.compareTo(leastOfAll) > 0) {
            numbers.add(between(leastOfAll, least.subtract(BigInteger.ONE)));
        }
        if (greatest.compareTo(greatestOfAll) < 0) {
            numbers.add(between(greatest.add(BigInteger.ONE), greatestOfAll));
        }
        if (checks.flagsMask().isPresent()) {
            long allowed = family.enumeration(checks.flagsMask().get()).allBits();
            int[] others = java.util.stream.IntStream.range(0, type.kind().bytes() * Byte.SIZE)
                    .filter(bit -> (allowed >>> bit & 1) == 0)
                    .toArray();
            if (others.length > 0) {
                numbers.add(
                        Arbitraries.of(Arrays.stream(others).boxed().toList()).map(bit -> 1L << bit));
            }
        }
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(Arbitraries.oneOf(numbers).map(n -> NumberBytes.of(type, n)));
    }

    private static Arbitrary<Long> between(BigInteger least, BigInteger greatest) {
        return Arbitraries.bigIntegers().between(least, greatest).map(BigInteger::longValue);
    }

    private static Optional<Arbitrary<byte[]>> tooLong(Checks checks) {
        OptionalInt limit = checks.exactLength().isPresent() ? checks.exactLength() : checks.maxLength();
        if (limit.isEmpty() || limit.getAsInt() > MAX_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(Arbitraries.bytes()
                .between((byte) 'a', (byte) 'z')
                .array(byte[].class)
                .ofMinSize(limit.getAsInt() + 1)
                .ofMaxSize(limit.getAsInt() + 4));
    }
}
