package io.jnetlink.client;

import io.jnetlink.client.StateEvent.Change;
import io.jnetlink.client.StateTable.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notifications that come while the state is listed, to be folded once it is.
 *
 * <p>Of several about one object the last is kept, so that it grows with the number of objects and not with the time that
 * the listing takes. Not thread-safe.
 */
final class CatchUpLog {

    private record Noted(StateSource source, Folding folding, ReceivedMessage message) {}

    private final List<Noted> settled = new ArrayList<>();
    private final Map<Place, Noted> latest = new LinkedHashMap<>();

    /** Notes a message. */
    void note(StateSource source, Folding folding, ReceivedMessage message) {
        Noted noted = new Noted(source, folding, message);
        if (folding instanceof Folding.Put put) {
            supersede(new Place(source, put.key()), noted);
        } else if (folding instanceof Folding.Remove remove) {
            supersede(new Place(source, remove.key()), noted);
        } else {
            // What this one does depends on what was there before it, so that must not move behind it.
            settled.addAll(latest.values());
            settled.add(noted);
            latest.clear();
        }
    }

    /**
     * Folds what was noted.
     *
     * @return why the listing is worthless; null if it is not
     */
    @Nullable
    ResyncCause replay(StateFolder folder) {
        settled.addAll(latest.values());
        latest.clear();
        for (Noted noted : settled) {
            ResyncCause cause = folder.fold(noted.source, noted.folding, noted.message, CatchUpLog::untold);
            if (cause != null) {
                return cause;
            }
        }
        settled.clear();
        return null;
    }

    /** Nobody has heard of the state yet that this changes. */
    private static void untold(Change change) {}

    private void supersede(Place place, Noted noted) {
        latest.remove(place);
        latest.put(place, noted);
    }
}
