package io.jnetlink.generator.naming;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps the names within one class or package apart.
 *
 * <p>Not thread-safe.
 */
public final class NameScope {

    private final Set<String> used = new HashSet<>();

    /** Starts with names that may not be given out. */
    public NameScope(Collection<String> taken) {
        used.addAll(taken);
    }

    /** The name, or the name with as many underscores behind as it needs to be new. */
    public String unique(String name) {
        return unique(name, n -> List.of());
    }

    /**
     * The name, or the name with as many underscores behind as it takes until it and all that are derived from it are
     * new.
     */
    public String unique(String name, Function<String, List<String>> derived) {
        String candidate = name;
        while (used.contains(candidate) || derived.apply(candidate).stream().anyMatch(used::contains)) {
            candidate += "_";
        }
        used.add(candidate);
        used.addAll(derived.apply(candidate));
        return candidate;
    }

    /** Takes a name with all that are derived from it, if every one is new. */
    public boolean take(String name, List<String> derived) {
        if (used.contains(name) || derived.stream().anyMatch(used::contains)) {
            return false;
        }
        used.add(name);
        used.addAll(derived);
        return true;
    }
}
