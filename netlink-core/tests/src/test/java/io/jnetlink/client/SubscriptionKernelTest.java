package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Events of the running kernel. */
@InNetworkNamespace
class SubscriptionKernelTest {

    private static final int PAIRS = 20;

    @Test
    void newLinksAreTold(NetworkNamespace namespace, NamespaceShell shell) {
        try (NetlinkClient client = open(namespace, SocketOptions.KERNEL_DEFAULT);
                Subscription subscription = client.subscribe(LinkFamily.FAMILY, LinkFamily.GROUP)) {
            shell.run("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");

            assertThat(names(queued(subscription))).contains("v0", "v1");
        }
    }

    @Test
    void lostEventsAreToldAndTheSubscriptionGoesOn(NetworkNamespace namespace, NamespaceShell shell) {
        try (NetlinkClient client = open(namespace, 1);
                Subscription subscription = client.subscribe(LinkFamily.FAMILY, LinkFamily.GROUP)) {
            for (int i = 0; i < PAIRS; i++) {
                shell.run("ip", "link", "add", "a" + i, "type", "veth", "peer", "name", "b" + i);
            }
            List<SubscriptionEvent> events = queued(subscription);
            shell.run("ip", "link", "set", "a0", "up");

            assertThat(events).hasAtLeastOneElementOfType(Overrun.class);
            assertThat(names(events)).hasSizeLessThan(2 * PAIRS);
            assertThat(names(queued(subscription))).contains("a0");
        }
    }

    private static NetlinkClient open(NetworkNamespace namespace, int receiveBufferBytes) {
        SocketOptions options = SocketOptions.builder(SocketOptions.ROUTE)
                .receiveBufferBytes(receiveBufferBytes)
                .build();
        return NetlinkClient.open(
                NetlinkConfig.builder(options).namespace(namespace).build());
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

    private static List<String> names(List<SubscriptionEvent> events) {
        return events.stream()
                .filter(Notification.class::isInstance)
                .map(Notification.class::cast)
                .map(event -> event.body(LinkFamily.NEWLINK).attributes().name())
                .toList();
    }
}
