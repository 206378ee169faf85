package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.netty.EpollSocketLoop;
import io.jnetlink.routes.Route;
import io.jnetlink.routes.RouteFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A reader that is far too slow for what happens: it loses notifications over and over, and what it knows at the end is what
 * the kernel has. {@code -Djnetlink.churn.runs=50 -Djnetlink.churn.changes=200000} makes more of it.
 */
class StateFeedChurnKernelTest {

    private static final int CHANGES = Integer.getInteger("jnetlink.churn.changes", 5_000);
    private static final int SMALL_BUFFER = 16 << 10;
    private static final int LARGE_BUFFER = 1 << 20;
    /** More than the receive queue ever holds. */
    private static final int CHANGES_MISSED = 2_000;

    private static final int EVENTS_AT_ONCE = 500;

    private static final ResyncPolicy POLICY = ResyncPolicy.attempts(50).growingReceiveBuffer(LARGE_BUFFER);
    private static final StateSource ROUTES = StateSource.of(
            "routes",
            List.of(RouteFamily.list()),
            StateFold.byKey(RouteFamily.GETROUTE, RouteFamily.DELROUTE_NTF, Route::key),
            RouteFamily.GROUP);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("jnetlink.churn.runs", 2));
    }

    private static NetlinkConfig config(NetworkNamespace namespace, int receiveBufferBytes) {
        return NetlinkConfig.builder(SocketOptions.builder(SocketOptions.ROUTE)
                        .receiveBufferBytes(receiveBufferBytes)
                        .build())
                .namespace(namespace)
                .build();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @InNetworkNamespace(limitSeconds = 600)
    void knowsTheStateInTheEnd(long seed, NetworkNamespace namespace, TestReporter reporter) throws Exception {
        RouteChurn churn = new RouteChurn(config(namespace, SocketOptions.KERNEL_DEFAULT), CHANGES, seed);
        FutureTask<Void> writing = new FutureTask<>(churn, null);
        StateMirror mirror = new StateMirror();
        try (StateFeed feed = StateFeed.open(config(namespace, SMALL_BUFFER), POLICY, ROUTES)) {
            new Thread(writing).start();
            while (churn.awaitMore(CHANGES_MISSED)) {
                takeSome(feed, mirror);
            }
            writing.get();
            takeAll(feed, mirror);
        }

        assertThat(churn.refused()).isZero();
        check(mirror, namespace);
        report(reporter, seed, mirror);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @InNetworkNamespace(limitSeconds = 600)
    void knowsItOnALoopToo(long seed, NetworkNamespace namespace, TestReporter reporter) throws Exception {
        IoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        RouteChurn churn = new RouteChurn(config(namespace, SocketOptions.KERNEL_DEFAULT), CHANGES, seed);
        FutureTask<Void> writing = new FutureTask<>(churn, null);
        try (AsyncNetlinkClient client =
                AsyncNetlinkClient.open(config(namespace, SMALL_BUFFER), EpollSocketLoop.of(group))) {
            SlowSubscriber subscriber = new SlowSubscriber(RouteChurn.LAST);
            client.follow(POLICY, ROUTES).subscribe(subscriber);
            new Thread(writing).start();
            while (churn.awaitMore(CHANGES_MISSED)) {
                subscriber.takeMore(EVENTS_AT_ONCE);
            }
            writing.get();
            subscriber.takeMore(Long.MAX_VALUE);
            StateMirror mirror = subscriber.awaitLast();

            assertThat(churn.refused()).isZero();
            check(mirror, namespace);
            report(reporter, seed, mirror);
        } finally {
            group.shutdownGracefully(0, 20, TimeUnit.SECONDS).await(20, TimeUnit.SECONDS);
        }
    }

    private static void check(StateMirror mirror, NetworkNamespace namespace) {
        assertThat(mirror.isOutOfDate()).isFalse();
        assertThat(bodies(mirror)).isEqualTo(listed(namespace));
        assertThat(mirror.resyncs()).anyMatch(r -> r.cause() == ResyncCause.OVERRUN);
    }

    private static void takeSome(StateFeed feed, StateMirror mirror) {
        int left = EVENTS_AT_ONCE;
        Optional<StateEvent> event = feed.next(Duration.ZERO);
        while (event.isPresent()) {
            mirror.take(event.get());
            left--;
            event = left > 0 || mirror.isOutOfDate() ? feed.next(Duration.ZERO) : Optional.empty();
        }
    }

    private static void takeAll(StateFeed feed, StateMirror mirror) {
        Optional<StateEvent> event = feed.next(Duration.ZERO);
        while (event.isPresent()) {
            mirror.take(event.get());
            event = feed.next(Duration.ZERO);
        }
    }

    private static Map<Object, Route> bodies(StateMirror mirror) {
        Map<Object, Route> bodies = new HashMap<>();
        mirror.entries().forEach((key, message) -> bodies.put(key, message.body(RouteFamily.GETROUTE)));
        return bodies;
    }

    private static Map<Object, Route> listed(NetworkNamespace namespace) {
        Map<Object, Route> routes = new HashMap<>();
        try (NetlinkClient client = NetlinkClient.open(config(namespace, SocketOptions.KERNEL_DEFAULT))) {
            client.dump(RouteFamily.list(), DumpPolicy.retrying(3))
                    .messages()
                    .forEach(route -> routes.put(route.key(), route));
        }
        return routes;
    }

    /** Asks for events now and then, and knows when the last change has come. */
    private static final class SlowSubscriber implements Flow.Subscriber<StateEvent> {

        private final StateMirror mirror = new StateMirror();
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        private final CompletableFuture<StateMirror> complete = new CompletableFuture<>();
        private final Route.Key last;

        SlowSubscriber(Route.Key last) {
            this.last = last;
        }

        void takeMore(long events) throws Exception {
            subscription.get(20, TimeUnit.SECONDS).request(events);
        }

        StateMirror awaitLast() throws Exception {
            return complete.get(60, TimeUnit.SECONDS);
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
        }

        @Override
        public void onNext(StateEvent event) {
            mirror.take(event);
            if (!mirror.isOutOfDate() && mirror.entries().containsKey(last)) {
                subscription.join().cancel();
                complete.complete(mirror);
            }
        }

        @Override
        public void onError(Throwable error) {
            complete.completeExceptionally(error);
        }

        @Override
        public void onComplete() {
            complete.completeExceptionally(new AssertionError("state has no end"));
        }
    }

    private static void report(TestReporter reporter, long seed, StateMirror mirror) {
        long overruns = mirror.resyncs().isEmpty()
                ? 0
                : mirror.resyncs().get(mirror.resyncs().size() - 1).overruns();
        reporter.publishEntry(Map.of(
                "seed", "" + seed,
                "changes", "" + CHANGES,
                "told", "" + mirror.changes(),
                "overruns", "" + overruns,
                "resyncs", "" + mirror.resyncs().size(),
                "snapshots", "" + mirror.snapshots().size(),
                "routes", "" + mirror.entries().size(),
                "equal", "true"));
    }
}
