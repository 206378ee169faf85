package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.socket.SocketClosedException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How a thread waits at a socket in multicast groups.
 *
 * <p>Immutable; belongs to the thread that receives.
 */
record EventWait(NetlinkSocket socket) {

    /** The time at which patience ends, on the socket's scale. */
    long deadline(Duration patience) {
        // What cannot be counted in nanoseconds is for ever.
        boolean endless = patience.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0;
        return endless ? NetlinkSocket.NO_DEADLINE : socket.nanoTime() + patience.toNanos();
    }

    /**
     * Receives once.
     *
     * @param reader takes a datagram or an overrun
     * @return false once the deadline has passed with nothing to read
     * @throws RequestInterruptedException if the thread is interrupted; it stays marked so
     */
    boolean receive(long deadline, Consumer<ReceiveResult> reader) {
        ReceiveResult result = socket.receive(deadline);
        switch (result.status()) {
            case DATAGRAM, OVERRUN -> reader.accept(result);
            case INTERRUPTED -> throw new RequestInterruptedException("waiting for an event");
            case WOKEN -> {}
            case TIMED_OUT -> {
                return false;
            }
        }
        return true;
    }

    /** Does what may find the socket closed. */
    static <T> T unlessClosed(Supplier<T> action) {
        try {
            return action.get();
        } catch (SocketClosedException e) {
            ClosedClientException closed = new ClosedClientException();
            closed.addSuppressed(e);
            throw closed;
        }
    }
}
