package io.jnetlink.spec.ir;

import java.util.List;
import java.util.Optional;

/**
 * A choice of payload formats.
 *
 * <p>Immutable.
 *
 * @param name name within the spec
 * @param formats the formats in spec order
 */
public record SubMessageIr(String name, List<FormatIr> formats) {

    /** Copies the list. */
    public SubMessageIr {
        formats = List.copyOf(formats);
    }

    /** Returns the format for a selector value, if any. */
    public Optional<FormatIr> format(String value) {
        return formats.stream().filter(f -> f.value().equals(value)).findFirst();
    }
}
