package io.jnetlink.property;

import io.jnetlink.spec.ir.AttributeIr;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;

/**
 * How to break one attribute of a message in the way of one kind.
 *
 * <p>Immutable.
 *
 * @param attributes which attributes of a spec can be broken so
 * @param spots which attributes in the bytes of a well-formed message can be
 * @param breaking draws broken bytes
 */
record Breakage(
        Predicate<AttributeIr> attributes,
        BiPredicate<byte[], Spot> spots,
        BiFunction<byte[], Spot, Arbitrary<byte[]>> breaking) {}
