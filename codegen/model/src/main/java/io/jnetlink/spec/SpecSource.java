package io.jnetlink.spec;

import java.util.Optional;

/**
 * Finds the specs that others import from.
 *
 * <p>Implementations must be as thread-safe as the loader that they are given to is used.
 */
@FunctionalInterface
public interface SpecSource {

    /** Knows no spec. */
    SpecSource NONE = family -> Optional.empty();

    /**
     * Returns the text of a family's spec, empty if there is none.
     *
     * @param family its name, of letters, digits, {@code -} and {@code _} only
     */
    Optional<String> text(String family);
}
