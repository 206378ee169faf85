package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.BindingException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what does not fit. Not thread-safe. */
final class Mismatches {

    private final Set<String> found = new LinkedHashSet<>();

    /**
     * Notes one.
     *
     * @param place the Java element, such as {@code Link.mtu}
     * @param problem what is wrong with it, naming the spec element
     */
    void add(String place, String problem) {
        found.add(place + ": " + problem);
    }

    /** Throws if there are any. */
    void throwIfAny(Class<?> type) {
        if (!found.isEmpty()) {
            throw new BindingException(type, List.copyOf(found));
        }
    }
}
