package io.jnetlink.samples.ip.link;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The operational states of RFC 2863 in the words of {@code ip}. Immutable. */
final class OperationalStates {

    private static final List<String> NAMES =
            List.of("UNKNOWN", "NOTPRESENT", "DOWN", "LOWERLAYERDOWN", "TESTING", "DORMANT", "UP");

    private OperationalStates() {}

    /** The number of a state, in any case of letters; -1 if there is none of that name. */
    static int numberOf(String name) {
        return NAMES.indexOf(name.toUpperCase(Locale.ROOT));
    }

    /** The name of a state. */
    static Optional<String> nameOf(long number) {
        return number < NAMES.size() ? Optional.of(NAMES.get((int) number)) : Optional.empty();
    }
}
