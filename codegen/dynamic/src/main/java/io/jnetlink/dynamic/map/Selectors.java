package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.SubMessageIr;
import java.util.Optional;

/** Finds the format that a selector's value stands for. Stateless. */
final class Selectors {

    private Selectors() {}

    /** The format of a value: a text, an entry's name, or a number that the format may also write in hexadecimal. */
    static Optional<FormatIr> format(SubMessageIr subMessage, String value) {
        Optional<FormatIr> named = subMessage.format(value);
        return named.isPresent() || !value.matches("-?\\d{1,18}")
                ? named
                : subMessage.formats().stream()
                        .filter(f -> f.value().matches("-?(0[xX])?[0-9a-fA-F]{1,15}") && isNumber(f.value(), value))
                        .findFirst();
    }

    private static boolean isNumber(String format, String value) {
        try {
            return Long.decode(format) == Long.parseLong(value);
        } catch (NumberFormatException e) {
            // A name that only looks like a number.
            return false;
        }
    }
}
