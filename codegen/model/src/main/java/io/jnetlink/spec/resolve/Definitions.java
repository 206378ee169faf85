package io.jnetlink.spec.resolve;

import io.jnetlink.spec.ir.ConstantIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.StructIr;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The definitions read so far. Constants can also be found by their name in C, in either spelling.
 *
 * <p>Not thread-safe.
 */
final class Definitions {
    final Map<String, ConstantIr> constants = new LinkedHashMap<>();
    final Map<String, EnumIr> enums = new LinkedHashMap<>();
    final Map<String, StructIr> structs = new LinkedHashMap<>();
    private final Map<String, ConstantIr> constantsByCName = new HashMap<>();

    void add(ConstantIr constant) {
        constants.put(constant.name(), constant);
        constant.cName().ifPresent(c -> constantsByCName.put(c, constant));
    }

    /** Returns the constant that an identifier means, if any. */
    Optional<ConstantIr> constant(String identifier) {
        return Optional.ofNullable(constants.get(identifier))
                .or(() -> Optional.ofNullable(constantsByCName.get(identifier)))
                .or(() -> Optional.ofNullable(constantsByCName.get(CNames.upper(identifier))));
    }

    /** Returns the number of the constant that an identifier means, if it has one. */
    Optional<BigInteger> number(String identifier) {
        return constant(identifier)
                .filter(c -> c.number().isPresent())
                .map(c -> BigInteger.valueOf(c.number().getAsLong()));
    }
}
