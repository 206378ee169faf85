package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a user of a feed would keep: only what the events say. Checks that they make sense one after the other. */
final class StateMirror {

    private final Map<Object, ReceivedMessage> entries = new HashMap<>();
    private final List<StateEvent.Resync> resyncs = new ArrayList<>();
    private final List<StateEvent.Snapshot> snapshots = new ArrayList<>();
    private long changes;
    private boolean outOfDate = true;

    void take(StateEvent event) {
        if (event instanceof StateEvent.Snapshot snapshot) {
            assertThat(outOfDate).isTrue();
            outOfDate = false;
            snapshots.add(snapshot);
            assertThat(snapshot.generation()).isEqualTo(snapshots.size());
            entries.clear();
            snapshot.entries()
                    .forEach(e -> assertThat(entries.put(e.key(), e.message())).isNull());
        } else if (event instanceof StateEvent.Resync resync) {
            outOfDate = true;
            resyncs.add(resync);
        } else if (event instanceof StateEvent.Change change) {
            assertThat(outOfDate).isFalse();
            changes++;
            apply(change);
        }
    }

    private void apply(StateEvent.Change change) {
        Object key = change.entry().key();
        ReceivedMessage before = switch (change.kind()) {
            case ADDED, CHANGED -> entries.put(key, change.entry().message());
            case REMOVED -> entries.remove(key);
        };
        assertThat(change.previous().orElse(null)).isSameAs(before);
        assertThat(change.kind() == StateEvent.Change.Kind.ADDED).isEqualTo(before == null);
    }

    Map<Object, ReceivedMessage> entries() {
        return entries;
    }

    List<StateEvent.Resync> resyncs() {
        return resyncs;
    }

    List<StateEvent.Snapshot> snapshots() {
        return snapshots;
    }

    long changes() {
        return changes;
    }

    boolean isOutOfDate() {
        return outOfDate;
    }
}
