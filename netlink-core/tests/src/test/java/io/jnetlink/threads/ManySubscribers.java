package io.jnetlink.threads;

import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.Notification;
import io.jnetlink.client.Subscription;
import io.jnetlink.client.SubscriptionEvent;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.Syscalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A program of many virtual threads that wait for the running kernel, each on its own subscription. It is run with a single
 * carrier: if one of them held it, no other would come this far, and the program would not end.
 */
public final class ManySubscribers {

    private static final int SUBSCRIBERS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private final CountDownLatch waiting = new CountDownLatch(SUBSCRIBERS);
    private final CountDownLatch told = new CountDownLatch(SUBSCRIBERS);
    private final List<Thread> threads = new ArrayList<>();

    private ManySubscribers() {}

    public static void main(String[] arguments) throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.create(Syscalls.system());
                NetlinkClient client = NetlinkClient.open(NetlinkConfig.builder(SocketOptions.route())
                        .namespace(namespace)
                        .build())) {
            ManySubscribers all = new ManySubscribers();
            all.start(client);
            all.awaitParked();
            all.othersGoOn();
            client.acknowledge(
                    LinkFamily.create(Link.builder().name("x1").vxlan(1, 4789).build()));
            all.end();
            System.out.println("told");
        }
    }

    private void start(NetlinkClient client) throws InterruptedException {
        for (int i = 0; i < SUBSCRIBERS; i++) {
            threads.add(VirtualThreads.start(() -> listen(client)));
        }
        await(waiting, "subscribers that got to wait");
    }

    private void listen(NetlinkClient client) {
        try (Subscription subscription = client.subscribe(Set.of(1))) {
            waiting.countDown();
            SubscriptionEvent event = subscription.next(PATIENCE).orElseThrow();
            if (event instanceof Notification notification && notification.is(LinkFamily.NEWLINK)) {
                told.countDown();
            }
        }
    }

    /** A thread that waits on its subscription is parked, and nothing else parks it. */
    private void awaitParked() {
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.TIMED_WAITING && thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
    }

    /** Another virtual thread finds a carrier while all of them wait. */
    private void othersGoOn() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        VirtualThreads.start(ran::countDown);
        await(ran, "another thread");
    }

    private void end() throws InterruptedException {
        await(told, "subscribers that were told");
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void await(CountDownLatch latch, String what) throws InterruptedException {
        if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(what + ": " + latch.getCount() + " missing");
        }
    }
}
