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
 * @param since first kernel version that knows it, if it is younger than its enum, for example {@code 6.18}
 */
public record EntryIr(String name, String doc, long value, Optional<String> cName, Optional<String> since) {

    /** Creates an entry as old as its enum. */
    public EntryIr(String name, String doc, long value, Optional<String> cName) {
        this(name, doc, value, cName, Optional.empty());
    }

    /** Returns the bit mask with the bit {@link #value()} set; meaningful for values 0 to 63. */
    public long mask() {
        return 1L << value;
    }
}
