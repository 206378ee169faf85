package io.jnetlink.samples.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which way stations are, as the frames that came from them told.
 *
 * <p>Thread-safe. Times are nanoseconds of any clock that does not go back.
 */
final class MacTable {

    private static final class Entry {
        private Way way;
        private long seen;

        Entry(Way way, long seen) {
            this.way = way;
            this.seen = seen;
        }
    }

    /** What a frame told. */
    enum News {
        NONE,
        LEARNED,
        MOVED
    }

    private final Map<Station, Entry> entries = new HashMap<>();

    /** Notes the way that a frame of a station came; groups send none. */
    synchronized News learn(Station station, Way way, long now) {
        if (station.isGroup()) {
            return News.NONE;
        }
        Entry entry = entries.get(station);
        if (entry == null) {
            entries.put(station, new Entry(way, now));
            return News.LEARNED;
        }
        entry.seen = now;
        if (entry.way.equals(way)) {
            return News.NONE;
        }
        entry.way = way;
        return News.MOVED;
    }

    /** Notes that frames of a station came the way that is known. */
    synchronized void touch(Station station, long now) {
        Entry entry = entries.get(station);
        if (entry != null) {
            entry.seen = now;
        }
    }

    synchronized Optional<Way> find(Station station) {
        return Optional.ofNullable(entries.get(station)).map(entry -> entry.way);
    }

    /** Forgets those that have been silent for a time, and returns them. */
    synchronized List<Station> expire(long now, long age) {
        return forget(entry -> now - entry.seen >= age);
    }

    /** Forgets those behind a port, and returns them. */
    synchronized List<Station> forgetPort(long port) {
        return forget(entry -> entry.way.port() == port);
    }

    synchronized Map<Station, Way> ways() {
        Map<Station, Way> ways = new HashMap<>();
        entries.forEach((station, entry) -> ways.put(station, entry.way));
        return ways;
    }

    private List<Station> forget(Predicate<Entry> which) {
        List<Station> gone = new ArrayList<>();
        for (Iterator<Map.Entry<Station, Entry>> each = entries.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Station, Entry> next = each.next();
            if (which.test(next.getValue())) {
                gone.add(next.getKey());
                each.remove();
            }
        }
        return gone;
    }
}
