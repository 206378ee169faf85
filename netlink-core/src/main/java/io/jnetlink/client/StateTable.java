package io.jnetlink.client;

import io.jnetlink.client.StateEvent.Change;
import io.jnetlink.client.StateEvent.Change.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The objects that a feed knows of.
 *
 * <p>Not thread-safe.
 */
final class StateTable {

    /** A key or a slot of a source. */
    record Place(StateSource source, Object key) {}

    private record Held(StateEntry entry, Object slot) {}

    private final Map<Place, Held> objects = new HashMap<>();
    /** Only for slots that are something else than the key of their object. */
    private final Map<Place, Set<Object>> slots = new HashMap<>();

    /** All objects. */
    List<StateEntry> entries() {
        List<StateEntry> entries = new ArrayList<>(objects.size());
        objects.values().forEach(held -> entries.add(held.entry));
        return entries;
    }

    /** Whether there is an object of that key. */
    boolean holds(StateSource source, Object key) {
        return objects.containsKey(new Place(source, key));
    }

    /** Adds or changes an object. */
    void put(StateEntry entry, Object slot, Consumer<? super Change> changes) {
        Held before = objects.put(new Place(entry.source(), entry.key()), new Held(entry, slot));
        if (before != null && !before.slot.equals(slot)) {
            leaveSlot(before);
        }
        if (!slot.equals(entry.key())) {
            slots.computeIfAbsent(new Place(entry.source(), slot), none -> new LinkedHashSet<>(2))
                    .add(entry.key());
        }
        changes.accept(
                before == null
                        ? new Change(Kind.ADDED, entry, Optional.empty())
                        : new Change(Kind.CHANGED, entry, Optional.of(before.entry.message())));
    }

    /** Removes an object, if there is one; the entry holds what said so. */
    void remove(StateEntry entry, Consumer<? super Change> changes) {
        Held before = objects.remove(new Place(entry.source(), entry.key()));
        if (before != null) {
            leaveSlot(before);
            changes.accept(new Change(Kind.REMOVED, entry, Optional.of(before.entry.message())));
        }
    }

    /** The keys of the objects of a slot. */
    Set<Object> inSlot(StateSource source, Object slot) {
        Set<Object> keys = slots.get(new Place(source, slot));
        if (keys != null) {
            return keys;
        }
        Held alone = objects.get(new Place(source, slot));
        return alone != null && alone.slot.equals(slot) ? Set.of(slot) : Set.of();
    }

    private void leaveSlot(Held held) {
        StateEntry entry = held.entry;
        Place slot = new Place(entry.source(), held.slot);
        @Nullable Set<Object> keys = slots.get(slot);
        if (keys != null && keys.remove(entry.key()) && keys.isEmpty()) {
            slots.remove(slot);
        }
    }
}
