package io.jnetlink.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests in flight, found by their sequence numbers.
 *
 * <p>Each waits equally long from its last answer on, so the order of insertion is that of the deadlines. Not thread-safe.
 */
final class CallTable {

    private final Map<Long, AsyncCall<?>> calls = new LinkedHashMap<>();
    private long replyCost;
    private @Nullable AsyncCall<?> dump;

    /** Puts a call behind all others. */
    void add(AsyncCall<?> call) {
        calls.put(call.conversation().sequence(), call);
        replyCost += call.replyCost();
        dump = call.isDump() ? call : dump;
    }

    /** Takes a call out; does nothing if it is not there. */
    void remove(AsyncCall<?> call) {
        if (calls.remove(call.conversation().sequence(), call)) {
            replyCost -= call.replyCost();
            dump = call == dump ? null : dump;
        }
    }

    @Nullable
    AsyncCall<?> find(long sequence) {
        return calls.get(sequence);
    }

    /** The call whose deadline is next. */
    @Nullable
    AsyncCall<?> oldest() {
        Iterator<AsyncCall<?>> iterator = calls.values().iterator();
        return iterator.hasNext() ? iterator.next() : null;
    }

    /** Takes all out. */
    List<AsyncCall<?>> removeAll() {
        List<AsyncCall<?>> all = new ArrayList<>(calls.values());
        calls.clear();
        replyCost = 0;
        dump = null;
        return all;
    }

    boolean hasDump() {
        return dump != null;
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    int size() {
        return calls.size();
    }

    /** Room that the answers may take in the receive queue. */
    long replyCost() {
        return replyCost;
    }
}
