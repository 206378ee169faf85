package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;

/**
 * What the kernel sends to multicast groups, on a socket of its own, from the moment it is opened.
 *
 * <pre>{@code
 * try (Subscription links = client.subscribe(RtLinkSchema.FAMILY, "rtnlgrp-link")) {
 *     for (SubscriptionEvent event : links) {
 *         …
 *     }
 * }
 * }</pre>
 *
 * <p>Not thread-safe: one thread at a time takes events. {@link #close()} may be called by any and ends the wait of another.
 *
 * <p>Subscribe before reading the state that the events change, or what happens in between is missed; {@link StateFeed}
 * does both.
 */
public final class Subscription implements Iterable<SubscriptionEvent>, AutoCloseable {

    private final NetlinkSocket socket;
    private final EventReader reader;
    private final EventWait wait;
    private final Queue<SubscriptionEvent> ready = new ArrayDeque<>();

    private Subscription(NetlinkSocket socket, EventReader reader) {
        this.socket = socket;
        this.reader = reader;
        this.wait = new EventWait(socket);
    }

    /**
     * Opens a socket and joins groups.
     *
     * @param config how; the timeout does not matter
     * @param framing how the family's messages are addressed
     * @param groups which
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket or a group
     */
    static Subscription open(NetlinkConfig config, MessageFraming framing, GroupChoice groups) {
        NetlinkSocket socket = config.openSocket(groups.numbers());
        return new Subscription(socket, groups.reader(socket, framing, config.observer()));
    }

    /**
     * Takes the next event, waiting for it.
     *
     * @param patience how long to wait at most
     * @return the event; empty if none came
     * @throws ClosedClientException if the subscription is closed, before or while waiting
     * @throws RequestInterruptedException if the thread is interrupted; it stays marked so
     */
    public Optional<SubscriptionEvent> next(Duration patience) {
        long deadline = wait.deadline(patience);
        return EventWait.unlessClosed(() -> {
            while (ready.isEmpty()) {
                if (!wait.receive(deadline, result -> reader.read(result, ready))) {
                    return Optional.empty();
                }
            }
            return Optional.of(ready.remove());
        });
    }

    /**
     * Walks the events as they come, waiting for each. The walk ends when the subscription is closed, by this thread or by
     * another; otherwise it throws what {@link #next} throws.
     */
    @Override
    public Iterator<SubscriptionEvent> iterator() {
        return new EventIterator<>(this::next);
    }

    /** Ends the wait of another thread and closes the socket. Closing twice does nothing. */
    @Override
    public void close() {
        socket.close();
    }
}
