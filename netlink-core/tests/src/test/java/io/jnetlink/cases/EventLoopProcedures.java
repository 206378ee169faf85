package io.jnetlink.cases;

import io.jnetlink.client.AsyncLimits;
import io.jnetlink.client.AsyncNetlinkClient;
import io.jnetlink.client.MessageFraming;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.SocketLoop;
import io.jnetlink.client.SubscriptionEvent;
import io.jnetlink.client.netty.EpollSocketLoop;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Procedures about sockets on an event loop. */
final class EventLoopProcedures {

    private static final int PAIRS = 3;
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long PATIENCE_SECONDS = 30;

    private EventLoopProcedures() {}

    /** A wake-up is told by a read: the loop wakes a socket for nothing else. */
    static Map<String, ?> burstThenSilence(NetworkNamespace namespace, NamespaceShell shell) throws Exception {
        WatchedSyscalls watched = new WatchedSyscalls(namespace);
        IoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        SocketLoop loop = EpollSocketLoop.of(group);
        NetlinkConfig config = NetlinkConfig.builder(SocketOptions.route())
                .syscalls(watched.syscalls())
                .build();
        try (AsyncNetlinkClient client =
                AsyncNetlinkClient.open(config, MessageFraming.RAW, loop, AsyncLimits.DEFAULT)) {
            Listener listener = new Listener(2 * PAIRS);
            client.events(LinkFamily.FAMILY, LinkFamily.GROUP).subscribe(listener);
            shell.script("for i in $(seq 1 " + PAIRS + "); do ip link add v$i type veth; done");
            listener.enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            // All that was told is read once the loop comes to a task that was given to it now.
            pass(loop, 0);
            int before = watched.count("recvmsg");
            pass(loop, IDLE_NANOS);

            return Map.of("events", listener.events.get(), "wakeups_in_idle_2s", watched.count("recvmsg") - before);
        } finally {
            group.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void pass(SocketLoop loop, long nanos) throws Exception {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        loop.schedule(() -> passed.complete(null), nanos);
        passed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static final class Listener implements Flow.Subscriber<SubscriptionEvent> {

        private final AtomicInteger events = new AtomicInteger();
        private final CountDownLatch enough;

        private Listener(int wanted) {
            enough = new CountDownLatch(wanted);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(SubscriptionEvent event) {
            events.incrementAndGet();
            enough.countDown();
        }

        @Override
        public void onError(Throwable error) {
            // The end of the client ends the listening.
            return;
        }

        @Override
        public void onComplete() {
            throw new AssertionError("events have no end");
        }
    }
}
