package io.jnetlink.dynamic.bind;

import java.util.Map;
import java.util.Optional;

/**
 * A user's enum and the numbers of its constants.
 *
 * <p>Immutable.
 *
 * @param type the enum
 * @param numbers number by constant; in the order of the constants
 * @param unlisted the constant for all other numbers
 * @param id tells it from others in method names
 */
record EnumMapping(Class<?> type, Map<Enum<?>, Long> numbers, Optional<Enum<?>> unlisted, int id) {

    String toNumber() {
        return "numberOf$" + id;
    }

    String fromNumber() {
        return "constantOf$" + id;
    }
}
