package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.socket.SocketClosedException;
import io.jnetlink.sys.Syscalls;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteBuffer;
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
    private final MessageFraming framing;
    private final Queue<SubscriptionEvent> ready = new ArrayDeque<>();

    private Subscription(NetlinkSocket socket, MessageFraming framing) {
        this.socket = socket;
        this.framing = framing;
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
        NetlinkSocket socket = config.namespace().isPresent()
                ? NetlinkSocket.open(config.socket(), config.namespace().get())
                : NetlinkSocket.open(config.socket(), config.syscalls().orElseGet(Syscalls::system));
        try {
            groups.forEach(socket::join);
            return new Subscription(socket, framing);
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
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
            case DATAGRAM -> takeApart(result);
            case OVERRUN -> ready.add(new Overrun(socket.counters().overruns()));
            case INTERRUPTED -> throw new RequestInterruptedException("waiting for an event");
            case WOKEN -> {}
            case TIMED_OUT -> {
                return false;
            }
        }
        return true;
    }

    private void takeApart(ReceiveResult result) {
        ByteBuffer datagram = result.datagram();
        byte[] copy = new byte[datagram.limit()];
        datagram.get(0, copy);
        NetlinkBuffer bytes = NetlinkBuffer.wrap(copy);
        MessageReader reader = new MessageReader().wrap(bytes, 0, copy.length);
        while (reader.next()) {
            byte[] message = bytes.bytes(reader.offset(), reader.length());
            ready.add(new Notification(framing, NetlinkBuffer.wrap(message), result.multicastGroup()));
        }
    }
}
