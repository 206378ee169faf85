package io.jnetlink.client;

import io.jnetlink.client.StateEvent.Change;
import io.jnetlink.client.StateTable.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Folds messages into a table, in the order in which the kernel sent them.
 *
 * <p>At first it catches up: the table is what was listed, and the messages may be older than that. For what says how an
 * object is, or that it is gone, that does not matter: the last such message about an object is the truth, whether it is
 * older than the listing, which then says the same, or younger. Only what one message says about several objects is not
 * safe, and that is {@link Folding.Replace}: if it is older than the listing, the one object that was displaced is not
 * listed, and what stands in the slot is to stay.
 *
 * <p>Not thread-safe.
 */
final class StateFolder {

    private final StateTable table;
    private boolean catchingUp = true;
    /** Whether objects were listed, for those about which there was a message since. */
    private final Map<Place, Boolean> listed = new HashMap<>();
    /** Which listed object gave way to which other. */
    private final Map<Place, Place> displaced = new HashMap<>();

    StateFolder(StateTable table) {
        this.table = table;
    }

    /**
     * Takes a reply to a listing. That objects displace others means nothing there: they are listed because they are there.
     *
     * @return why the listing is worthless; null if it is not
     */
    @Nullable
    ResyncCause list(StateSource source, Folding folding, ReceivedMessage reply) {
        if (folding instanceof Folding.Put put) {
            table.put(new StateEntry(source, put.key(), reply), put.slot(), change -> {});
        } else if (folding instanceof Folding.Replace replace) {
            table.put(new StateEntry(source, replace.key(), reply), replace.slot(), change -> {});
        }
        return folding instanceof Folding.Relist ? ResyncCause.UNTOLD_CHANGES : null;
    }

    /** Messages are younger than the table from now on. */
    void caughtUp() {
        catchingUp = false;
        listed.clear();
        displaced.clear();
    }

    /**
     * Folds a message.
     *
     * @param changes gets what that changes
     * @return why the table is worthless now; null if it is not
     */
    @Nullable
    ResyncCause fold(StateSource source, Folding folding, ReceivedMessage message, Consumer<? super Change> changes) {
        if (folding instanceof Folding.Put put) {
            note(source, put.key());
            displaced.values().remove(new Place(source, put.key()));
            table.put(new StateEntry(source, put.key(), message), put.slot(), changes);
        } else if (folding instanceof Folding.Replace replace) {
            return replace(source, replace, message, changes);
        } else if (folding instanceof Folding.Remove remove) {
            return remove(new StateEntry(source, remove.key(), message), changes);
        } else if (folding instanceof Folding.Relist) {
            return ResyncCause.UNTOLD_CHANGES;
        }
        return null;
    }

    private @Nullable ResyncCause replace(
            StateSource source, Folding.Replace replace, ReceivedMessage message, Consumer<? super Change> changes) {
        if (!table.holds(source, replace.key())) {
            List<Object> others = new ArrayList<>(table.inSlot(source, replace.slot()));
            if (others.size() > 1) {
                return ResyncCause.AMBIGUOUS;
            }
            for (Object other : others) {
                displace(source, other, replace.key());
                table.remove(new StateEntry(source, other, message), changes);
            }
        }
        note(source, replace.key());
        table.put(new StateEntry(source, replace.key(), message), replace.slot(), changes);
        return null;
    }

    private @Nullable ResyncCause remove(StateEntry entry, Consumer<? super Change> changes) {
        note(entry.source(), entry.key());
        if (displaced.containsKey(new Place(entry.source(), entry.key()))) {
            // Either the listing is older than the replacement, and nothing is left; or it is younger than this, and
            // what we
            // took for displaced is there.
            return ResyncCause.AMBIGUOUS;
        }
        table.remove(entry, changes);
        return null;
    }

    private void displace(StateSource source, Object old, Object by) {
        if (catchingUp) {
            Place place = new Place(source, old);
            Place first = displaced.remove(place);
            if (first == null && listed.getOrDefault(place, true)) {
                first = place;
            }
            if (first != null) {
                displaced.put(new Place(source, by), first);
            }
            note(source, old);
        }
    }

    private void note(StateSource source, Object key) {
        if (catchingUp) {
            listed.computeIfAbsent(new Place(source, key), place -> table.holds(source, key));
        }
    }
}
