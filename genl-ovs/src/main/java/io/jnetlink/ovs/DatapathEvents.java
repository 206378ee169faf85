package io.jnetlink.ovs;

import io.jnetlink.client.Notification;
import io.jnetlink.client.Overrun;
import io.jnetlink.client.Subscription;
import io.jnetlink.client.SubscriptionEvent;
import io.jnetlink.ovs.datapath.OvsDatapath;
import java.time.Duration;
import java.util.Optional;

/**
 * What happens to datapaths, from the moment this is opened.
 *
 * <p>One thread at a time takes events; {@link #close()} may be called by any and ends the wait of another. Open it before
 * listing the datapaths, or what happens in between is missed.
 */
public final class DatapathEvents implements AutoCloseable {

    private final Subscription subscription;

    DatapathEvents(Subscription subscription) {
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
    public Optional<DatapathEvent> next(Duration patience) {
        long start = System.nanoTime();
        Duration left = patience;
        while (true) {
            Optional<SubscriptionEvent> event = subscription.next(left);
            Optional<DatapathEvent> translated = event.flatMap(DatapathEvents::translate);
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
    private static Optional<DatapathEvent> translate(SubscriptionEvent event) {
        if (event instanceof Overrun overrun) {
            return Optional.of(new DatapathEvent.Lost(overrun.count()));
        }
        Notification told = (Notification) event;
        if (told.is(OvsDatapath.NEW)) {
            return Optional.of(new DatapathEvent.Added(new Datapath(told.body(OvsDatapath.NEW))));
        }
        if (told.is(OvsDatapath.SET)) {
            return Optional.of(new DatapathEvent.Changed(new Datapath(told.body(OvsDatapath.SET))));
        }
        return told.is(OvsDatapath.DEL)
                ? Optional.of(new DatapathEvent.Removed(new Datapath(told.body(OvsDatapath.DEL))))
                : Optional.empty();
    }
}
