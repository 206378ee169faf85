package io.jnetlink.client;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists all sources of a feed, one request after the other, by an asynchronous client.
 *
 * <p>Belongs to the loop's thread.
 */
final class AsyncStateListing {

    private record Listing(StateSource source, Request<?, ?> request) {}

    private final AsyncNetlinkClient client;
    private final MessageFraming framing;
    private final List<StateSource> sources;
    private final StateSync sync;
    private boolean running;

    AsyncStateListing(AsyncNetlinkClient client, MessageFraming framing, List<StateSource> sources, StateSync sync) {
        this.client = client;
        this.framing = framing;
        this.sources = sources;
        this.sync = sync;
    }

    /**
     * Begins, unless it is under way.
     *
     * @param end is called when the synchronisation knows how it went, with what went wrong otherwise
     */
    void start(Consumer<@Nullable Throwable> end) {
        if (!running) {
            running = true;
            Queue<Listing> left = new ArrayDeque<>();
            sources.forEach(s -> s.listings().forEach(request -> left.add(new Listing(s, request))));
            goOn(left, false, end);
        }
    }

    private void goOn(Queue<Listing> left, boolean interrupted, Consumer<@Nullable Throwable> end) {
        Listing next = left.poll();
        if (next == null) {
            conclude(() -> sync.listingEnded(interrupted), end);
            return;
        }
        client.list(next.request, reply -> {
                    sync.listed(next.source, ReceivedMessage.copyOf(reply, framing));
                    return true;
                })
                .whenComplete((marks, failure) -> {
                    if (failure == null) {
                        goOn(left, interrupted | marks.interrupted(), end);
                    } else if (failure instanceof OverrunException) {
                        conclude(sync::listingLost, end);
                    } else {
                        running = false;
                        end.accept(failure);
                    }
                });
    }

    private void conclude(Runnable outcome, Consumer<@Nullable Throwable> end) {
        running = false;
        RuntimeException failure = null;
        try {
            outcome.run();
        } catch (RuntimeException e) {
            failure = e;
        }
        end.accept(failure);
    }
}
