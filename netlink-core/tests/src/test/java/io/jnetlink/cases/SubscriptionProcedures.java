package io.jnetlink.cases;

import io.jnetlink.client.ClosedClientException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.Overrun;
import io.jnetlink.client.Subscription;
import io.jnetlink.client.SubscriptionEvent;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Procedures about subscriptions that block. */
final class SubscriptionProcedures {

    private static final int PAIRS = 20;
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final long PATIENCE_SECONDS = 30;

    private SubscriptionProcedures() {}

    static Map<String, ?> smallestQueue(NetworkNamespace namespace, NamespaceShell shell) {
        SocketOptions options =
                SocketOptions.builder(SocketOptions.ROUTE).receiveBufferBytes(1).build();
        NetlinkConfig config =
                NetlinkConfig.builder(options).namespace(namespace).build();
        try (NetlinkClient client = NetlinkClient.open(config);
                Subscription subscription = client.subscribe(LinkFamily.FAMILY, LinkFamily.GROUP)) {
            for (int i = 0; i < PAIRS; i++) {
                shell.run("ip", "link", "add", "v" + i, "type", "veth");
            }
            List<SubscriptionEvent> events = queued(subscription);
            long overruns = events.stream().filter(Overrun.class::isInstance).count();
            shell.run("ip", "link", "set", "v0", "up");

            return Map.of(
                    "overrun_signals",
                    overruns,
                    "events_delivered",
                    events.size() - overruns,
                    "monitor_alive",
                    !queued(subscription).isEmpty());
        }
    }

    static Map<String, ?> defaults(NetworkNamespace namespace, NamespaceShell shell) {
        WatchedSyscalls watched = new WatchedSyscalls(namespace);
        try (NetlinkClient client = open(watched)) {
            Subscription subscription = client.subscribe(LinkFamily.FAMILY, LinkFamily.GROUP);
            int descriptor = watched.sockets().get(1);
            long value = namespace.syscalls().getsockopt(descriptor, LinuxAbi.SOL_NETLINK, LinuxAbi.NETLINK_NO_ENOBUFS);
            subscription.close();
            return Map.of("value", value);
        }
    }

    static Map<String, ?> closedByAnotherThread(NetworkNamespace namespace, NamespaceShell shell) throws Exception {
        WatchedSyscalls watched = new WatchedSyscalls(namespace);
        try (NetlinkClient client = open(watched)) {
            Subscription subscription = client.subscribe(LinkFamily.FAMILY, LinkFamily.GROUP);
            FutureTask<String> waiting = new FutureTask<>(() -> {
                try {
                    return subscription.next(LONG).toString();
                } catch (ClosedClientException e) {
                    return "closed";
                }
            });
            new Thread(waiting, "waits for events").start();
            watched.polling().await(PATIENCE_SECONDS, TimeUnit.SECONDS);

            subscription.close();

            return Map.of("A_outcome", waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
    }

    private static NetlinkClient open(WatchedSyscalls watched) {
        return NetlinkClient.open(NetlinkConfig.builder(SocketOptions.route())
                .syscalls(watched.syscalls())
                .build());
    }

    /** The kernel tells before the command that it tells of has ended. */
    private static List<SubscriptionEvent> queued(Subscription subscription) {
        List<SubscriptionEvent> events = new ArrayList<>();
        Optional<SubscriptionEvent> next = subscription.next(Duration.ZERO);
        while (next.isPresent()) {
            events.add(next.get());
            next = subscription.next(Duration.ZERO);
        }
        return events;
    }
}
