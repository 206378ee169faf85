package io.jnetlink.client;

import io.jnetlink.client.StateEvent.Change;
import io.jnetlink.client.StateEvent.Resync;
import io.jnetlink.client.StateEvent.Snapshot;
import io.jnetlink.socket.ReceiveResult;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a feed has to do next, and makes events of what it receives; who drives it does the waiting and listing.
 *
 * <p><b>Why the result is right.</b> The kernel queues a notification before the call that caused it ends, and a listing shows
 * what happened before each of its parts was made. So once a listing has ended, every change that it can show, and every
 * other one up to that moment, is in the queue of a socket that had joined before. All of them, folded in their order over
 * what was listed, give the state at the moment of the last one; see {@link StateFolder} for those that the listing shows
 * already.
 *
 * <p><b>Why it ends.</b> The queue never holds more datagrams than {@link ReceiveQueue#mostDatagrams()}. After so many
 * receives, everything that was queued when the listing ended has been folded, even if others keep the queue full; what is
 * folded beyond that only moves the moment on. What is still queued then comes as changes.
 *
 * <p><b>After an overrun</b> the kernel drops everything, without another word, until the queue was empty once. A listing
 * before that would miss what is dropped behind it. So the queue is emptied first, and what was in it is dropped too: it is
 * older than the gap, and no use. While the kernel drops, nothing is added, so after that many receives the queue has been
 * empty even if the reader never saw it so.
 *
 * <p>Not thread-safe.
 */
final class StateSync {

    /** What is to be done next. */
    enum Phase {
        /** Receive without waiting, to get rid of what is queued. */
        EMPTYING,
        /** List, and receive without waiting meanwhile. */
        LISTING,
        /** Receive without waiting. */
        CATCHING_UP,
        /** Wait for what comes. */
        FOLLOWING
    }

    private final List<StateSource> sources;
    private final ReceiveQueue queue;
    private final EventReader reader;
    private final ResyncPolicy policy;

    private final Queue<SubscriptionEvent> arrived = new ArrayDeque<>();
    private final Queue<StateEvent> events = new ArrayDeque<>();
    private StateTable table = new StateTable();
    private StateFolder folder = new StateFolder(table);
    private CatchUpLog log = new CatchUpLog();

    private Phase phase = Phase.EMPTYING;
    private ResyncCause cause = ResyncCause.START;
    private int attempt = 1;
    private int receivesLeft;
    private long generation;
    private boolean interrupted;
    private @Nullable ResyncCause spoiled;

    StateSync(List<StateSource> sources, ReceiveQueue queue, EventReader reader, ResyncPolicy policy) {
        this.sources = sources;
        this.queue = queue;
        this.reader = reader;
        this.policy = policy;
        this.receivesLeft = queue.mostDatagrams();
    }

    Phase phase() {
        return phase;
    }

    /** Events that nobody took yet; the driver takes them. */
    Queue<StateEvent> events() {
        return events;
    }

    /**
     * Takes what one receive brought.
     *
     * @throws ResyncFailedException if there was an attempt too many
     * @throws RuntimeException if the message is malformed or the fold throws; the state is read anew then
     */
    void received(ReceiveResult result) {
        boolean empty = result.status() == ReceiveResult.Status.TIMED_OUT;
        try {
            reader.read(result, arrived);
            while (!arrived.isEmpty()) {
                take(arrived.remove());
            }
        } catch (ResyncFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            failed();
            throw e;
        }
        if (phase == Phase.EMPTYING || phase == Phase.CATCHING_UP) {
            receivesLeft--;
            if (empty || receivesLeft <= 0) {
                queueWasEmptied();
            }
        }
    }

    /** How many receives empty the queue. */
    int queueLength() {
        return queue.mostDatagrams();
    }

    /** Takes a reply to a source's listing. */
    void listed(StateSource source, ReceivedMessage reply) {
        spoil(folder.list(source, source.fold().fold(reply), reply));
    }

    /**
     * All sources were listed.
     *
     * @param disturbed whether the kernel marked any listing as interrupted
     * @throws ResyncFailedException if there was an attempt too many
     */
    void listingEnded(boolean disturbed) {
        interrupted = disturbed;
        if (spoiled == null && disturbed && !(policy.isAcceptingInterrupted() && attempt >= policy.attempts())) {
            spoiled = ResyncCause.INTERRUPTED;
        }
        if (spoiled == null) {
            spoiled = log.replay(folder);
        }
        if (spoiled != null) {
            retry(spoiled);
        } else {
            phase = Phase.CATCHING_UP;
            receivesLeft = queue.mostDatagrams();
        }
    }

    /** Reads the state anew because somebody wants it so. */
    void requested() {
        if (phase == Phase.FOLLOWING) {
            begin(ResyncCause.REQUESTED);
        }
    }

    /** Starts over after an exception that the driver tells of. */
    void failed() {
        arrived.clear();
        attempt = 0;
        begin(ResyncCause.FAILURE);
    }

    /** The replies to a listing overran their queue. */
    void listingLost() {
        retry(ResyncCause.OVERRUN);
    }

    private void take(SubscriptionEvent event) {
        if (event instanceof Overrun) {
            overran();
        } else if (event instanceof Notification notification && phase != Phase.EMPTYING) {
            for (StateSource source : sources) {
                take(source, notification.message());
            }
        }
    }

    private void take(StateSource source, ReceivedMessage message) {
        Folding folding = source.fold().fold(message);
        if (folding instanceof Folding.Ignore) {
            return;
        }
        switch (phase) {
            case LISTING -> log.note(source, folding, message);
            case CATCHING_UP -> {
                ResyncCause reason = folder.fold(source, folding, message, change -> {});
                if (reason != null) {
                    retry(reason);
                }
            }
            case FOLLOWING -> follow(source, folding, message);
            case EMPTYING -> {}
        }
    }

    private void follow(StateSource source, Folding folding, ReceivedMessage message) {
        ResyncCause reason = folder.fold(source, folding, message, (Change change) -> events.add(change));
        if (reason != null) {
            begin(reason);
        }
    }

    private void overran() {
        switch (phase) {
            case EMPTYING -> receivesLeft = queue.mostDatagrams();
            case LISTING -> spoil(ResyncCause.OVERRUN);
            case CATCHING_UP -> retry(ResyncCause.OVERRUN);
            case FOLLOWING -> begin(ResyncCause.OVERRUN);
        }
    }

    private void queueWasEmptied() {
        if (phase == Phase.EMPTYING) {
            phase = Phase.LISTING;
            spoiled = null;
            table = new StateTable();
            folder = new StateFolder(table);
            log = new CatchUpLog();
        } else {
            phase = Phase.FOLLOWING;
            folder.caughtUp();
            generation++;
            events.add(new Snapshot(generation, cause, table.entries(), interrupted));
            attempt = 0;
        }
    }

    private void begin(ResyncCause reason) {
        cause = generation == 0 ? ResyncCause.START : reason;
        start(reason);
    }

    private void retry(ResyncCause reason) {
        if (reason == ResyncCause.OVERRUN) {
            queue.grow(policy.mostBufferBytes());
        }
        if (attempt >= policy.attempts()) {
            int attempts = attempt;
            attempt = 0;
            start(reason);
            throw new ResyncFailedException(reason, attempts);
        }
        start(reason);
    }

    private void start(ResyncCause reason) {
        attempt++;
        phase = Phase.EMPTYING;
        spoiled = null;
        receivesLeft = queue.mostDatagrams();
        events.add(new Resync(reason, attempt, queue.overruns()));
    }

    private void spoil(@Nullable ResyncCause reason) {
        if (spoiled == null) {
            spoiled = reason;
        }
    }
}
