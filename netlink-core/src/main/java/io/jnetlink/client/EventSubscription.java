package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber's socket on a loop.
 *
 * <p>Thread-safe: what a subscriber calls is passed on to the loop's thread, where all the rest happens.
 */
final class EventSubscription implements Flow.Subscription, SocketLoop.Handler {

    /** After so many the loop's other sockets have their turn. */
    private static final int DATAGRAMS_AT_ONCE = 64;

    private final NetlinkSocket socket;
    private final EventReader reader;
    private final SocketLoop loop;
    private final Flow.Subscriber<? super SubscriptionEvent> subscriber;
    private final Queue<SubscriptionEvent> events = new ArrayDeque<>();
    private SocketLoop.@Nullable Watch watch;
    private boolean reading = true;
    private long demand;
    private boolean ended;

    EventSubscription(
            NetlinkSocket socket,
            EventReader reader,
            SocketLoop loop,
            Flow.Subscriber<? super SubscriptionEvent> subscriber) {
        this.socket = socket;
        this.reader = reader;
        this.loop = loop;
        this.subscriber = subscriber;
    }

    /** Begins, on the loop's thread. */
    void start() {
        try {
            subscriber.onSubscribe(this);
            watch = loop.watch(socket, this);
            read();
        } catch (RuntimeException e) {
            end(e);
        }
    }

    @Override
    public void request(long more) {
        onLoop(() -> {
            if (more <= 0) {
                end(new IllegalArgumentException("a subscriber must ask for one event or more, not for " + more));
                return;
            }
            demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
            ready();
        });
    }

    @Override
    public void cancel() {
        onLoop(() -> end(null));
    }

    @Override
    public void ready() {
        try {
            read();
        } catch (RuntimeException e) {
            end(e);
        }
    }

    @Override
    public void released(@Nullable Throwable failure) {
        watch = null;
        socket.close();
        ClosedClientException reason = new ClosedClientException();
        if (failure != null) {
            reason.addSuppressed(failure);
        }
        end(reason);
    }

    /** Once without demand too: that takes an error away, of which the loop would tell again and again. */
    private void read() {
        deliver();
        int left = DATAGRAMS_AT_ONCE;
        boolean more = !ended;
        while (more && left-- > 0) {
            ReceiveResult result = socket.tryReceive();
            reader.read(result, events);
            deliver();
            more = result.status() != ReceiveResult.Status.TIMED_OUT && demand > 0 && !ended;
        }
        if (watch != null && !ended && reading != demand > 0) {
            reading = demand > 0;
            watch.reading(reading);
        }
    }

    private void deliver() {
        while (demand > 0 && !ended && !events.isEmpty()) {
            demand--;
            subscriber.onNext(events.remove());
        }
    }

    private void end(@Nullable Throwable reason) {
        if (ended) {
            return;
        }
        ended = true;
        events.clear();
        if (watch != null) {
            watch.release();
        } else {
            socket.close();
        }
        if (reason != null) {
            subscriber.onError(reason);
        }
    }

    private void onLoop(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            // The loop has ended, and so has the subscription.
            return;
        }
    }
}
