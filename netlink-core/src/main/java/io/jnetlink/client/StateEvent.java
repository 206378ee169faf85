package io.jnetlink.client;

import java.util.List;
import java.util.Optional;

/** What a {@link StateFeed} delivers: a whole state, a change of it, or the news that it is read anew. Immutable. */
public sealed interface StateEvent {

    /**
     * The whole state at one moment. What was known before is worthless.
     *
     * @param generation 1 for the first, then counting on
     * @param cause why it was read
     * @param entries every object, in no order that means anything
     * @param interrupted whether the kernel said that something changed while it listed, so that objects may be missing; only
     *     with {@link ResyncPolicy#acceptInterrupted()}
     */
    record Snapshot(long generation, ResyncCause cause, List<StateEntry> entries, boolean interrupted)
            implements StateEvent {
        public Snapshot {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One object is new, has changed or is gone.
     *
     * @param kind which of the three
     * @param entry the object and what the kernel said; if it is gone, what said so
     * @param previous what was known of it before; empty if it is new
     */
    record Change(Kind kind, StateEntry entry, Optional<ReceivedMessage> previous) implements StateEvent {

        /** What happened to the object. */
        public enum Kind {
            /** It was not there before. */
            ADDED,
            /** The kernel tells of it anew; it may be the same as before. */
            CHANGED,
            /** It is there no more. */
            REMOVED
        }
    }

    /**
     * What was delivered so far may not be the kernel's state any more. It is about to be read anew; a {@link Snapshot}
     * follows, or another one of these if reading fails.
     *
     * @param cause why
     * @param attempt how often reading has been started since the last snapshot, this time included
     * @param overruns how many overruns there have been since the feed was opened
     */
    record Resync(ResyncCause cause, int attempt, long overruns) implements StateEvent {}
}
