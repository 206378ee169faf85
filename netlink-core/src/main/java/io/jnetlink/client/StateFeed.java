package io.jnetlink.client;

import io.jnetlink.client.StateSync.Phase;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * State of the kernel and its changes, without a gap: the whole state first, then every change, and the whole state again
 * whenever changes were lost.
 *
 * <pre>{@code
 * try (StateFeed feed = client.follow(ResyncPolicy.defaults(), links, routes)) {
 *     for (StateEvent event : feed) {
 *         if (event instanceof StateEvent.Snapshot snapshot) {
 *             mirror.reset(snapshot.entries());
 *         } else if (event instanceof StateEvent.Change change) {
 *             mirror.apply(change);
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>It joins the multicast groups, lists, and folds what was told meanwhile into one {@link StateEvent.Snapshot}, the state
 * at one moment. {@link StateEvent.Change}s follow. After an overrun, a {@link StateEvent.Resync} says that what was delivered
 * is out of date; then comes another snapshot. That no notification is lost does not mean that each change is told: changes
 * that a snapshot contains are not told again, and the kernel itself may tell of several at once.
 *
 * <p>It relies on the kernel to mark a listing that something disturbed; see {@link DumpPolicy} for what it marks. What did not
 * change itself, but was skipped because its neighbours in the kernel's table did, stays unknown until it changes.
 *
 * <p>It has two sockets of its own, in the namespace that it was opened in, and sees that namespace only. It keeps the last
 * message about each object.
 *
 * <p>Not thread-safe: one thread at a time takes events. {@link #close()} may be called by any and ends the wait of another.
 */
public final class StateFeed implements Iterable<StateEvent>, AutoCloseable {

    /** Between so many replies of a listing the notifications are fetched, or their queue would overrun. */
    private static final int REPLIES_AT_ONCE = 32;

    private final NetlinkClient client;
    private final NetlinkSocket socket;
    private final MessageFraming framing;
    private final List<StateSource> sources;
    private final EventWait wait;
    private final StateSync sync;

    private StateFeed(
            NetlinkClient client,
            NetlinkSocket socket,
            MessageFraming framing,
            List<StateSource> sources,
            StateSync sync) {
        this.client = client;
        this.socket = socket;
        this.framing = framing;
        this.sources = sources;
        this.wait = new EventWait(socket);
        this.sync = sync;
    }

    /**
     * Opens a feed, for families with a netlink protocol of their own. Others are reached by {@link NetlinkClient#follow}.
     * Nothing is listed before the first event is asked for, but what changes from now on counts.
     *
     * @param config how; the namespace may be closed afterwards
     * @param policy how hard it tries
     * @param sources the kinds of objects to keep track of
     * @throws IllegalArgumentException if there is no source, or a family has no such group
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses a socket or a group
     */
    public static StateFeed open(NetlinkConfig config, ResyncPolicy policy, StateSource... sources) {
        return open(config, MessageFraming.RAW, policy, List.of(sources));
    }

    static StateFeed open(
            NetlinkConfig config, MessageFraming framing, ResyncPolicy policy, List<StateSource> sources) {
        GroupChoice groups = StateSockets.groups(framing, sources);
        NetlinkSocket socket = StateSockets.openEvents(config, groups);
        try {
            EventReader reader = groups.reader(socket, framing, config.observer());
            StateSync sync = new StateSync(sources, new ReceiveQueue(socket), reader, policy);
            NetlinkClient client = NetlinkClient.open(config, framing);
            return new StateFeed(client, socket, framing, sources, sync);
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Takes the next event, waiting for it.
     *
     * <p>After an exception other than that of closing, the feed can still be used: it reads the state anew.
     *
     * @param patience how long to wait for a notification at most; reading the state takes as long as it takes, bounded by
     *     the timeout for each word of the kernel
     * @return the event; empty if nothing happened
     * @throws ResyncFailedException if the state could not be read as often as the policy allows
     * @throws KernelRejectedException if the kernel refuses to list
     * @throws RequestTimeoutException if it falls silent while it lists
     * @throws io.jnetlink.wire.MalformedMessageException if a message cannot be read
     * @throws ClosedClientException if the feed is closed, before or while waiting
     * @throws RequestInterruptedException if the thread is interrupted; it stays marked so
     */
    public Optional<StateEvent> next(Duration patience) {
        long deadline = wait.deadline(patience);
        return EventWait.unlessClosed(() -> {
            while (sync.events().isEmpty()) {
                if (!advance(deadline)) {
                    return Optional.empty();
                }
            }
            return Optional.of(sync.events().remove());
        });
    }

    /**
     * Walks the events as they come, waiting for each. The walk ends when the feed is closed, by this thread or by another;
     * otherwise it throws what {@link #next} throws.
     */
    @Override
    public Iterator<StateEvent> iterator() {
        return new EventIterator<>(this::next);
    }

    /**
     * Reads the state anew, when the next event behind those that are there already is asked for. Belongs to the thread that
     * takes events.
     */
    public void resync() {
        sync.requested();
    }

    /** Ends the wait of another thread and closes the sockets. Closing twice does nothing. */
    @Override
    public void close() {
        socket.close();
        client.close();
    }

    /** Returns false once the deadline has passed with nothing to do. */
    private boolean advance(long deadline) {
        Phase phase = sync.phase();
        if (phase == Phase.FOLLOWING) {
            return wait.receive(deadline, sync::received);
        }
        if (phase == Phase.LISTING) {
            list();
        } else {
            sync.received(socket.tryReceive());
        }
        return true;
    }

    private void list() {
        boolean interrupted = false;
        try {
            for (StateSource source : sources) {
                for (Request<?, ?> request : source.listings()) {
                    interrupted |= list(source, request);
                }
            }
        } catch (OverrunException e) {
            sync.listingLost();
            return;
        } catch (RuntimeException e) {
            if (sync.phase() == Phase.LISTING) {
                sync.failed();
            }
            throw e;
        }
        sync.listingEnded(interrupted);
    }

    private boolean list(StateSource source, Request<?, ?> request) {
        int[] replies = new int[1];
        ReplyHandler listed = reply -> {
            sync.listed(source, ReceivedMessage.copyOf(reply, framing));
            if (++replies[0] % REPLIES_AT_ONCE == 0) {
                fetchNotifications();
            }
            return true;
        };
        return client.list(request, DumpPolicy.acceptMarked(), () -> {}, listed).interrupted();
    }

    /** As many as are there, but not more than fill the queue once: the listing must go on. */
    private void fetchNotifications() {
        int left = sync.queueLength();
        ReceiveResult result = socket.tryReceive();
        while (result.status() != ReceiveResult.Status.TIMED_OUT && left-- > 0) {
            sync.received(result);
            result = socket.tryReceive();
        }
        sync.received(result);
    }
}
