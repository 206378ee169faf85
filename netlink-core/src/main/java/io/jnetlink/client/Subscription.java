package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.socket.SocketClosedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * What the kernel sends to multicast groups, on a socket of its own, from the moment it is opened.
 *
 * <p>One thread at a time takes events; {@link #close()} may be called by any and ends the wait of another. Subscribe
 * before reading the state that the events change, or what happens in between is missed.
 */
public final class Subscription implements AutoCloseable {

    private final NetlinkSocket socket;
    private final EventReader reader;
    private final Queue<SubscriptionEvent> ready = new ArrayDeque<>();

    private Subscription(NetlinkSocket socket, EventReader reader) {
        this.socket = socket;
        this.reader = reader;
    }

    /**
     * Opens a socket and joins groups.
     *
     * @param config how; the timeout does not matter
     * @param framing how the family's messages are addressed
     * @param groups numbers of multicast groups, from 1 on
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket or a group
     */
    static Subscription open(NetlinkConfig config, MessageFraming framing, Set<Integer> groups) {
        NetlinkSocket socket = config.openSocket(groups);
        return new Subscription(socket, new EventReader(socket, framing, config.observer()));
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
        // What cannot be counted in nanoseconds is for ever.
        boolean endless = patience.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0;
        long deadline = endless ? NetlinkSocket.NO_DEADLINE : socket.nanoTime() + patience.toNanos();
        try {
            while (ready.isEmpty()) {
                if (!receive(deadline)) {
                    return Optional.empty();
                }
            }
        } catch (SocketClosedException e) {
            ClosedClientException closed = new ClosedClientException();
            closed.addSuppressed(e);
            throw closed;
        }
        return Optional.of(ready.remove());
    }

    /** Ends the wait of another thread and closes the socket. Closing twice does nothing. */
    @Override
    public void close() {
        socket.close();
    }

    /** Returns false once the deadline has passed with nothing to read. */
    private boolean receive(long deadline) {
        ReceiveResult result = socket.receive(deadline);
        switch (result.status()) {
            case DATAGRAM, OVERRUN -> reader.read(result, ready);
            case INTERRUPTED -> throw new RequestInterruptedException("waiting for an event");
            case WOKEN -> {}
            case TIMED_OUT -> {
                return false;
            }
        }
        return true;
    }
}
