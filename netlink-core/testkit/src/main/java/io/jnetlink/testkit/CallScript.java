package io.jnetlink.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** Which calls of a fake kernel were made, and which of the next ones fail. Guarded by the kernel's lock. */
final class CallScript {

    private final Map<FakeCall, Deque<Integer>> failures = new EnumMap<>(FakeCall.class);
    private final Map<FakeCall, Integer> counts = new EnumMap<>(FakeCall.class);

    void failNext(FakeCall call, int errno) {
        failures.computeIfAbsent(call, kind -> new ArrayDeque<>()).add(errno);
    }

    int count(FakeCall call) {
        return counts.getOrDefault(call, 0);
    }

    /** Counts a call; 0 if it shall go its way, or the negative error number it shall fail with. */
    int begin(FakeCall call) {
        counts.merge(call, 1, Integer::sum);
        Deque<Integer> scripted = failures.get(call);
        return scripted == null || scripted.isEmpty() ? 0 : -scripted.remove();
    }
}
