package io.jnetlink.message;

import java.util.List;

/**
 * A value below one or more levels of attributes whose types are numbers with a meaning of their own.
 *
 * <p>Immutable if the value is.
 *
 * @param <T> what the innermost payload is
 * @param levels one number for each level, from the outside in
 * @param value the innermost payload
 */
public record Leveled<T>(List<Integer> levels, T value) {

    /** Copies the list. */
    public Leveled {
        levels = List.copyOf(levels);
    }
}
