package io.jnetlink.ovs.port;

import io.jnetlink.client.Notification;
import io.jnetlink.client.Overrun;
import io.jnetlink.client.Subscription;
import io.jnetlink.client.SubscriptionEvent;
import io.jnetlink.ovs.vport.OvsVport;
import java.time.Duration;
import java.util.Optional;

/**
 * What happens to ports, from the moment this is opened.
 *
 * <p>One thread at a time takes events; {@link #close()} may be called by any and ends the wait of another. Open it before
 * listing the ports, or what happens in between is missed.
 */
public final class PortEvents implements AutoCloseable {

    private final Subscription subscription;

    /**
     * @param subscription to the group {@code ovs_vport}; closed with this
     */
    public PortEvents(Subscription subscription) {
        this.subscription = subscription;
    }

    /**
     * Takes the next event, waiting for it.
     *
     * @param patience how long to wait at most
     * @return the event; empty if none came
     * @throws io.jnetlink.client.ClosedClientException if this is closed, before or while waiting
     * @throws io.jnetlink.client.RequestInterruptedException if the thread is interrupted; it stays marked so
     */
    public Optional<PortEvent> next(Duration patience) {
        long start = System.nanoTime();
        Duration left = patience;
        while (true) {
            Optional<SubscriptionEvent> event = subscription.next(left);
            Optional<PortEvent> translated = event.flatMap(PortEvents::translate);
            if (event.isEmpty() || translated.isPresent()) {
                return translated;
            }
            Duration rest = patience.minusNanos(System.nanoTime() - start);
            left = rest.isNegative() ? Duration.ZERO : rest;
        }
    }

    /** Ends the wait of another thread and closes the socket. Closing twice does nothing. */
    @Override
    public void close() {
        subscription.close();
    }

    /** Nothing for messages of commands that change nothing. */
    private static Optional<PortEvent> translate(SubscriptionEvent event) {
        if (event instanceof Overrun overrun) {
            return Optional.of(new PortEvent.Lost(overrun.count()));
        }
        Notification told = (Notification) event;
        if (told.is(OvsVport.NEW)) {
            return Optional.of(new PortEvent.Added(new OvsPort(told.body(OvsVport.NEW))));
        }
        if (told.is(OvsVport.SET)) {
            return Optional.of(new PortEvent.Changed(new OvsPort(told.body(OvsVport.SET))));
        }
        return told.is(OvsVport.DEL)
                ? Optional.of(new PortEvent.Removed(new OvsPort(told.body(OvsVport.DEL))))
                : Optional.empty();
    }
}
