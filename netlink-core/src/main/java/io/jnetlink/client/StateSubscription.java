package io.jnetlink.client;

import io.jnetlink.client.StateSync.Phase;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber to kernel state, on a loop.
 *
 * <p>Thread-safe: what a subscriber calls is passed on to the loop's thread, where all the rest happens.
 */
final class StateSubscription implements Flow.Subscription, SocketLoop.Handler {

    /** After so many the loop's other sockets have their turn. */
    private static final int DATAGRAMS_AT_ONCE = 64;

    private final NetlinkSocket socket;
    private final AsyncNetlinkClient client;
    private final AsyncStateListing listing;
    private final StateSync sync;
    private final SocketLoop loop;
    private final Flow.Subscriber<? super StateEvent> subscriber;
    private SocketLoop.@Nullable Watch watch;
    private boolean reading = true;
    private boolean advancing;
    private long demand;
    private boolean ended;

    StateSubscription(
            NetlinkSocket socket,
            AsyncNetlinkClient client,
            AsyncStateListing listing,
            StateSync sync,
            SocketLoop loop,
            Flow.Subscriber<? super StateEvent> subscriber) {
        this.socket = socket;
        this.client = client;
        this.listing = listing;
        this.sync = sync;
        this.loop = loop;
        this.subscriber = subscriber;
    }

    /** Begins, on the loop's thread. */
    void start() {
        guarded(() -> {
            subscriber.onSubscribe(this);
            watch = loop.watch(socket, this);
            advance();
        });
    }

    @Override
    public void request(long more) {
        onLoop(() -> {
            if (more <= 0) {
                end(new IllegalArgumentException("a subscriber must ask for one event or more, not for " + more));
                return;
            }
            demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
            guarded(this::advance);
        });
    }

    @Override
    public void cancel() {
        onLoop(() -> end(null));
    }

    @Override
    public void ready() {
        guarded(() -> {
            if (!reading) {
                // There is an error, of which the loop would tell again and again.
                sync.received(socket.tryReceive());
            }
            advance();
        });
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

    private void advance() {
        if (advancing) {
            // A listing that fails at once; who started it goes on.
            return;
        }
        advancing = true;
        try {
            int left = DATAGRAMS_AT_ONCE;
            while (left > 0 && step()) {
                left--;
            }
            if (left == 0) {
                onLoop(() -> guarded(this::advance));
            }
        } finally {
            advancing = false;
        }
        showInterest();
    }

    /** Does one thing; false if there is nothing to do. */
    private boolean step() {
        deliver();
        if (ended || !sync.events().isEmpty()) {
            return false;
        }
        return switch (sync.phase()) {
            case EMPTYING -> demand > 0 && receive(true);
            case LISTING -> {
                listing.start(this::listed);
                yield !ended && receive(sync.phase() != Phase.LISTING);
            }
            case CATCHING_UP -> receive(true);
            case FOLLOWING -> demand > 0 && receive(false);
        };
    }

    /** Receives without waiting; if the queue is empty, that may be all that was to be known. */
    private boolean receive(boolean emptyCounts) {
        ReceiveResult result = socket.tryReceive();
        boolean empty = result.status() == ReceiveResult.Status.TIMED_OUT;
        sync.received(result);
        return !empty || emptyCounts;
    }

    private void listed(@Nullable Throwable failure) {
        if (ended) {
            return;
        }
        if (failure != null) {
            end(failure);
        } else {
            guarded(this::advance);
        }
    }

    private void showInterest() {
        boolean wanted = demand > 0 || sync.phase() == Phase.LISTING;
        if (watch != null && !ended && reading != wanted) {
            reading = wanted;
            watch.reading(wanted);
        }
    }

    private void deliver() {
        while (demand > 0 && !ended && !sync.events().isEmpty()) {
            demand--;
            subscriber.onNext(sync.events().remove());
        }
    }

    private void guarded(Runnable action) {
        if (!ended) {
            try {
                action.run();
            } catch (RuntimeException e) {
                end(e);
            }
        }
    }

    private void end(@Nullable Throwable reason) {
        if (ended) {
            return;
        }
        ended = true;
        client.close();
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
