package io.jnetlink.samples.ovs.golden;

import io.jnetlink.samples.ovs.golden.Difference.Aspect;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Records from which {@code jovs} differs on purpose: which, in what, and why. A record that is listed must differ in exactly
 * that; an entry that no record needs any more is {@link #outdated told}.
 *
 * <p>Not thread-safe.
 */
final class KnownDifferences {

    /**
     * A record that differs.
     *
     * <p>Immutable.
     *
     * @param id the whole id of the record
     * @param aspects all in which it differs
     * @param reason why
     */
    record Entry(String id, Set<Aspect> aspects, String reason) {

        static Entry of(String id, String reason, Aspect first, Aspect... others) {
            return new Entry(id, EnumSet.of(first, others), reason);
        }
    }

    private final Map<String, Entry> entries = new TreeMap<>();
    private final Set<String> needed = new TreeSet<>();

    private KnownDifferences(Collection<Entry> entries) {
        for (Entry entry : entries) {
            if (this.entries.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException(entry.id() + " is listed twice");
            }
        }
    }

    static KnownDifferences of(Collection<Entry> entries) {
        return new KnownDifferences(entries);
    }

    /** Those of a capture. */
    static KnownDifferences in(String capture) {
        return of(DpctlDifferences.all().stream()
                .filter(entry -> entry.id().startsWith(capture + "/"))
                .toList());
    }

    /** The reason why a record differs in just these ways, if it is known. */
    Optional<String> reason(String id, List<Difference> differences) {
        Entry entry = entries.get(id);
        if (entry == null || !entry.aspects().equals(aspects(differences))) {
            return Optional.empty();
        }
        needed.add(id);
        return Optional.of(entry.reason());
    }

    private static Set<Aspect> aspects(List<Difference> differences) {
        return differences.stream().map(Difference::aspect).collect(Collectors.toSet());
    }

    /** Ids of the entries that explained nothing so far. */
    Set<String> outdated() {
        Set<String> outdated = new TreeSet<>(entries.keySet());
        outdated.removeAll(needed);
        return outdated;
    }
}
