package io.jnetlink.genl;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The families that were looked up, until something is said of them.
 *
 * <p>Thread-safe. An answer that was asked for before the news came may be older than the news, and is not kept: that is what
 * editions are for.
 */
final class FamilyTable {

    private final Map<String, GenericFamily> families = new ConcurrentHashMap<>();
    private final AtomicLong edition = new AtomicLong();

    /** A family as it was looked up; null if that is still to be done. */
    @Nullable
    GenericFamily find(String name) {
        return families.get(name);
    }

    /** Ask for this before asking the kernel. */
    long edition() {
        return edition.get();
    }

    /**
     * Keeps what the kernel answered.
     *
     * @param asked the edition in which it was asked
     */
    void put(GenericFamily family, long asked) {
        families.put(family.name(), family);
        if (edition.get() != asked) {
            families.remove(family.name(), family);
        }
    }

    /** Forgets a family. */
    void remove(String name) {
        edition.incrementAndGet();
        families.remove(name);
    }

    /** Forgets all. */
    void clear() {
        edition.incrementAndGet();
        families.clear();
    }
}
