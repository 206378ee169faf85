package io.jnetlink.spec.ir;

import java.util.Optional;

/**
 * One entry of an {@link EnumIr}.
 *
 * <p>Immutable.
 *
 * @param name name within the enum
 * @param doc description, empty if there is none
 * @param value the number; in a flags enum the bit number
 * @param cName name of the C constant, if derivable
 */
public record EntryIr(String name, String doc, long value, Optional<String> cName) {

    /** Returns the bit mask with the bit {@link #value()} set; meaningful for values 0 to 63. */
    public long mask() {
        return 1L << value;
    }
}
