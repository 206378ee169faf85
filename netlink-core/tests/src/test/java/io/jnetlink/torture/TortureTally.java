package io.jnetlink.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts how requests ended, and keeps what must not happen. Thread-safe. */
final class TortureTally {

    /** Later ones are most likely consequences. */
    private static final int KEPT = 20;

    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();

    void count(String outcome) {
        counts.computeIfAbsent(outcome, name -> new LongAdder()).increment();
    }

    void fault(Throwable fault) {
        if (faults.size() < KEPT) {
            faults.add(fault);
        }
    }

    boolean isFaultless() {
        return faults.isEmpty();
    }

    long count() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Fails if anything happened that must not, or if anything that was meant to happen never did. */
    void check(String... expected) {
        if (!faults.isEmpty()) {
            AssertionError error = new AssertionError(faults.size() + " faults; counted: " + this);
            faults.forEach(error::addSuppressed);
            throw error;
        }
        assertThat(counts).containsKeys(expected);
    }

    @Override
    public String toString() {
        return count() + " in all, " + counts;
    }
}
