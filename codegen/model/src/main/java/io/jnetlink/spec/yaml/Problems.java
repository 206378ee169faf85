package io.jnetlink.spec.yaml;

import io.jnetlink.spec.Location;
import io.jnetlink.spec.Rule;
import io.jnetlink.spec.SpecException;
import io.jnetlink.spec.SpecProblem;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong with one spec, so that its author sees everything at once. A problem met repeatedly, because
 * the YAML behind it is aliased, counts once.
 *
 * <p>Not thread-safe.
 */
public final class Problems {
    private static final Comparator<SpecProblem> FILE_ORDER = Comparator.<SpecProblem>comparingInt(
                    p -> p.location().line())
            .thenComparingInt(p -> p.location().column());

    private final Set<SpecProblem> found = new LinkedHashSet<>();

    /** Creates an empty collection. */
    public Problems() {}

    /** Adds a problem. */
    public void add(Location location, Rule rule, String message) {
        found.add(new SpecProblem(location, rule, message));
    }

    /** Tells whether there is no problem so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns the problems in file order. */
    public List<SpecProblem> inFileOrder() {
        return found.stream().sorted(FILE_ORDER).toList();
    }

    /** Throws all problems, if there are any. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new SpecException(inFileOrder());
        }
    }
}
