package io.jnetlink.ovs.upcall;

import java.util.concurrent.atomic.LongAdder;

/** Counts upcalls. Thread-safe. */
final class UpcallTally {

    final LongAdder misses = new LongAdder();
    final LongAdder actions = new LongAdder();
    final LongAdder overruns = new LongAdder();
    final LongAdder foreign = new LongAdder();
    final LongAdder malformed = new LongAdder();
    final LongAdder failures = new LongAdder();

    UpcallCounters counters() {
        return new UpcallCounters(
                misses.sum(), actions.sum(), overruns.sum(), foreign.sum(), malformed.sum(), failures.sum());
    }
}
