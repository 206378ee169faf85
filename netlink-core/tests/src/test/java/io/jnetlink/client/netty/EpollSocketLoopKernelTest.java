package io.jnetlink.client.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.UnixOperatingSystemMXBean;
import io.jnetlink.client.AsyncLimits;
import io.jnetlink.client.AsyncNetlinkClient;
import io.jnetlink.client.ClosedClientException;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.ExtendedAck;
import io.jnetlink.client.MessageFraming;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.Notification;
import io.jnetlink.client.Overrun;
import io.jnetlink.client.Request;
import io.jnetlink.client.SocketLoop;
import io.jnetlink.client.SubscriptionEvent;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asynchronous clients on Netty's epoll loop and the running kernel. */
@InNetworkNamespace
class EpollSocketLoopKernelTest {

    private static final int MOST_SOCKETS = 2_000;
    private static final long PATIENCE_SECONDS = 20;

    private final IoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final SocketLoop loop = EpollSocketLoop.of(group);

    @AfterEach
    void endLoop() throws InterruptedException {
        assertThat(group.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isTrue();
    }

    private static NetlinkConfig config(NetworkNamespace namespace) {
        return NetlinkConfig.builder(SocketOptions.route()).namespace(namespace).build();
    }

    /** As many as the process may have, with descriptors left for everything else. */
    private static int sockets() {
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long free = system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount();
        return (int) Math.min(MOST_SOCKETS, free / 2);
    }

    private AsyncNetlinkClient open(NetworkNamespace namespace) {
        return AsyncNetlinkClient.open(config(namespace), loop);
    }

    private static Request<Link, LinkView> addVxlan(int number) {
        return LinkFamily.create(
                Link.builder().name("x" + number).vxlan(number, 4789).build());
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Keeps the events, and asks for them as the test says. */
    private static class Listener implements Flow.Subscriber<SubscriptionEvent> {

        private final BlockingQueue<SubscriptionEvent> events = new LinkedBlockingQueue<>();
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        private final CompletableFuture<Throwable> end = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
        }

        @Override
        public void onNext(SubscriptionEvent event) {
            events.add(event);
        }

        @Override
        public void onError(Throwable error) {
            end.complete(error);
        }

        @Override
        public void onComplete() {
            end.completeExceptionally(new AssertionError("events have no end"));
        }

        void request(long count) throws Exception {
            await(subscription).request(count);
        }

        SubscriptionEvent next() throws InterruptedException {
            SubscriptionEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(event).as("an event").isNotNull();
            return event;
        }
    }

    @Test
    void manyRequestsInFlightHaveTheirOwnAnswers(NetworkNamespace namespace) throws Exception {
        try (AsyncNetlinkClient client = open(namespace)) {
            List<CompletableFuture<ExtendedAck>> added = IntStream.rangeClosed(1, 100)
                    .mapToObj(i -> client.acknowledge(addVxlan(i)))
                    .toList();
            await(CompletableFuture.allOf(added.toArray(CompletableFuture[]::new)));
            var dump = client.dump(LinkFamily.list(), DumpPolicy.retrying(3));
            var found = IntStream.rangeClosed(1, 100)
                    .mapToObj(i -> client.get(LinkFamily.get("x" + i)))
                    .toList();
            var missing = client.get(LinkFamily.get("none"));

            assertThat(await(dump).messages()).hasSize(101);
            for (int i = 0; i < 100; i++) {
                assertThat(await(found.get(i)).orElseThrow().attributes().name())
                        .isEqualTo("x" + (i + 1));
            }
            assertThatThrownBy(() -> await(missing))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(NotFoundException.class);
            assertThat(client.counters().overruns()).isZero();
        }
    }

    @Test
    void dumpsOnOneSocketFollowEachOther(NetworkNamespace namespace) throws Exception {
        try (AsyncNetlinkClient client = open(namespace)) {
            for (int i = 1; i <= 60; i++) {
                await(client.acknowledge(addVxlan(i)));
            }
            List<CompletableFuture<Integer>> sizes = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                var dump = client.dump(LinkFamily.list(), DumpPolicy.failing());
                if (i % 2 == 1) {
                    dump.cancel(false);
                } else {
                    sizes.add(dump.thenApply(d -> d.messages().size()));
                }
            }
            for (CompletableFuture<Integer> size : sizes) {
                assertThat(await(size)).isEqualTo(61);
            }
        }
    }

    @Test
    void oneThreadServesManySubscriptions(NetworkNamespace namespace) throws Exception {
        try (AsyncNetlinkClient client = open(namespace)) {
            Flow.Publisher<SubscriptionEvent> events = client.events(LinkFamily.FAMILY, "rtnlgrp-link");
            int sockets = sockets();
            CountDownLatch seen = new CountDownLatch(sockets);
            Set<Thread> threads = ConcurrentHashMap.newKeySet();
            List<Listener> listeners = new ArrayList<>();
            for (int i = 0; i < sockets; i++) {
                Listener listener = new Listener() {
                    @Override
                    public void onNext(SubscriptionEvent event) {
                        super.onNext(event);
                        threads.add(Thread.currentThread());
                        seen.countDown();
                    }
                };
                events.subscribe(listener);
                listener.request(Long.MAX_VALUE);
                listeners.add(listener);
            }
            await(client.acknowledge(addVxlan(1)));

            assertThat(seen.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(threads).hasSize(1);
            for (Listener listener : listeners) {
                Notification first = (Notification) listener.next();
                assertThat(first.body(LinkFamily.LINK_EVENT).attributes().name())
                        .isEqualTo("x1");
                await(listener.subscription).cancel();
            }
            // The loop works what it is given off in order: after this the subscriptions are gone.
            assertThat(await(client.get(LinkFamily.get("x1")))).isPresent();
        }
    }

    @Test
    void whatIsNotAskedForQueuesInTheKernelAndAnOverrunIsTold(NetworkNamespace namespace) throws Exception {
        NetlinkConfig small = NetlinkConfig.builder(SocketOptions.builder(SocketOptions.ROUTE)
                        .receiveBufferBytes(8 << 10)
                        .build())
                .namespace(namespace)
                .build();
        Listener listener = new Listener();
        try (AsyncNetlinkClient client = open(namespace);
                AsyncNetlinkClient narrow = AsyncNetlinkClient.open(small, loop)) {
            narrow.events(LinkFamily.FAMILY, "rtnlgrp-link").subscribe(listener);
            for (int i = 1; i <= 50; i++) {
                await(client.acknowledge(addVxlan(i)));
            }
            assertThat(listener.events).isEmpty();

            listener.request(Long.MAX_VALUE);
            boolean overrun = false;
            while (!overrun) {
                overrun = listener.next() instanceof Overrun;
            }
            // It lives on: what comes once the queue was read is delivered.
            await(client.acknowledge(addVxlan(51)));
            String name = "";
            while (!name.equals("x51")) {
                if (listener.next() instanceof Notification event && event.is(LinkFamily.LINK_EVENT)) {
                    name = event.body(LinkFamily.LINK_EVENT).attributes().name();
                }
            }
        }
    }

    @Test
    void anErrorOnASocketThatIsNotReadDoesNotKeepTheLoopBusy(NetworkNamespace namespace) throws Exception {
        SocketOptions small =
                SocketOptions.builder(SocketOptions.ROUTE).receiveBufferBytes(1).build();
        AtomicInteger calls = new AtomicInteger();
        CompletableFuture<Void> released = new CompletableFuture<>();
        try (NetlinkSocket socket = NetlinkSocket.open(small, namespace);
                AsyncNetlinkClient client = open(namespace)) {
            SocketLoop.Watch watch = loop.watch(socket, new SocketLoop.Handler() {
                @Override
                public void ready() {
                    calls.incrementAndGet();
                    socket.tryReceive();
                }

                @Override
                public void released(Throwable failure) {
                    released.complete(null);
                }
            });
            watch.reading(false);
            await(client.get(LinkFamily.get("lo")));
            socket.join(1);
            for (int i = 1; i <= 20; i++) {
                await(client.acknowledge(addVxlan(i)));
            }
            // Each of these takes the loop at least one round, in which it would call again.
            for (int i = 0; i < 100; i++) {
                await(client.get(LinkFamily.get("lo")));
            }

            assertThat(calls.get()).isBetween(1, 5);
            watch.release();
            await(released);
        }
    }

    @Test
    void theEndOfTheLoopEndsClientsAndSubscriptions(NetworkNamespace namespace) throws Exception {
        AsyncNetlinkClient client = open(namespace);
        Listener listener = new Listener();
        client.events(LinkFamily.FAMILY, "rtnlgrp-link").subscribe(listener);
        await(client.get(LinkFamily.get("lo")));
        endLoop();

        assertThat(await(listener.end)).isInstanceOf(ClosedClientException.class);
        assertThatThrownBy(() -> await(client.get(LinkFamily.get("lo"))))
                .hasCauseInstanceOf(ClosedClientException.class);
        assertThatThrownBy(() -> open(namespace)).isInstanceOf(RejectedExecutionException.class);
        client.close();
    }

    @Test
    void aClosedClientLeavesTheLoopToOthers(NetworkNamespace namespace) throws Exception {
        try (AsyncNetlinkClient other = open(namespace)) {
            AsyncNetlinkClient client = open(namespace);
            CompletableFuture<ExtendedAck> open = client.acknowledge(LinkFamily.get("lo"));
            client.close();
            open.handle((result, failure) -> {
                        assertThat(failure)
                                .satisfiesAnyOf(
                                        f -> assertThat(f).isNull(),
                                        f -> assertThat(f).isInstanceOf(ClosedClientException.class));
                        return "done";
                    })
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);

            assertThat(await(other.get(LinkFamily.get("lo")))).isPresent();
        }
    }

    @Test
    void aSocketIsWatchedOnce(NetworkNamespace namespace) throws Exception {
        CompletableFuture<Void> released = new CompletableFuture<>();
        SocketLoop.Handler handler = new SocketLoop.Handler() {
            @Override
            public void ready() {}

            @Override
            public void released(Throwable failure) {
                released.complete(null);
            }
        };
        try (NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), namespace)) {
            SocketLoop.Watch watch = loop.watch(socket, handler);
            assertThatThrownBy(() -> loop.watch(socket, handler)).isInstanceOf(IllegalStateException.class);
            watch.release();
            watch.release();
            await(released);
        }
    }

    @Test
    void aThrowingHandlerDoesNotStopTheLoop(NetworkNamespace namespace) throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CompletableFuture<Void> released = new CompletableFuture<>();
        try (NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), namespace);
                AsyncNetlinkClient client = open(namespace)) {
            socket.join(1);
            SocketLoop.Watch watch = loop.watch(socket, new SocketLoop.Handler() {
                @Override
                public void ready() {
                    socket.tryReceive();
                    called.countDown();
                    throw new IllegalStateException("a handler that throws");
                }

                @Override
                public void released(Throwable failure) {
                    released.complete(null);
                }
            });
            await(client.acknowledge(addVxlan(1)));
            assertThat(called.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(await(client.get(LinkFamily.get("x1")))).isPresent();
            watch.release();
            await(released);
        }
    }

    @Test
    void onlyLoopsForEpollWillDo() {
        IoEventLoopGroup nio = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            assertThatThrownBy(() -> EpollSocketLoop.of(nio)).isInstanceOf(IllegalArgumentException.class);
        } finally {
            nio.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    @Test
    void framingAndLimitsAreTheCallers(NetworkNamespace namespace) throws Exception {
        try (AsyncNetlinkClient client =
                AsyncNetlinkClient.open(config(namespace), MessageFraming.RAW, loop, new AsyncLimits(1, 10))) {
            var all = IntStream.range(0, 10)
                    .mapToObj(i -> client.get(LinkFamily.get("lo")))
                    .toList();
            for (var one : all) {
                assertThat(await(one)).map(Link::index).contains(1);
            }
        }
    }
}
