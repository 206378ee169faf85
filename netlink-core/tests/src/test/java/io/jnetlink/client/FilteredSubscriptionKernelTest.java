package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketFilter;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceLinks;
import io.jnetlink.testkit.NamespaceShell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the kernel itself drops for a subscription. */
@InNetworkNamespace
class FilteredSubscriptionKernelTest {

    private static final int NEWLINK = 16;
    private static final int DELLINK = 17;

    private static NetlinkClient open(NetworkNamespace namespace, SocketFilter filter) {
        SocketOptions options =
                SocketOptions.builder(SocketOptions.ROUTE).filter(filter).build();
        return NetlinkClient.open(
                NetlinkConfig.builder(options).namespace(namespace).build());
    }

    private static List<Notification> queued(Subscription subscription) {
        List<Notification> events = new ArrayList<>();
        Optional<SubscriptionEvent> next = subscription.next(Duration.ZERO);
        while (next.isPresent()) {
            events.add((Notification) next.get());
            next = subscription.next(Duration.ZERO);
        }
        return events;
    }

    @Test
    void onlyOneLinkIsHeardOf(NetworkNamespace namespace, NamespaceShell shell, NamespaceLinks links) {
        links.vethPair("v0", "v1");
        SocketFilter filter = SocketFilter.accepting()
                .types(NEWLINK)
                .interfaces(links.index("v1"))
                .build();
        try (NetlinkClient client = open(namespace, filter);
                Subscription subscription = client.subscribe(LinkFamily.FAMILY, LinkFamily.GROUP);
                Subscription byNumber = client.subscribe(Set.of(1))) {
            shell.run("ip", "link", "set", "v0", "mtu", "1400");
            shell.run("ip", "link", "set", "v1", "mtu", "1300");
            shell.run("ip", "link", "delete", "v0");

            assertThat(queued(subscription))
                    .isNotEmpty()
                    .allMatch(e -> e.message().type() == NEWLINK)
                    .allSatisfy(e -> assertThat(
                                    e.body(LinkFamily.GETLINK).attributes().name())
                            .isEqualTo("v1"));
            assertThat(queued(byNumber)).isNotEmpty().allMatch(e -> e.message().type() == NEWLINK);
            // Requests have a socket of their own, without the filter.
            assertThat(client.dump(LinkFamily.list()).messages()).isNotEmpty();
        }
    }

    @Test
    void allButOneKindIsHeardOf(NetworkNamespace namespace, NamespaceShell shell) {
        try (NetlinkClient client =
                        open(namespace, SocketFilter.dropping().types(NEWLINK).build());
                Subscription subscription = client.subscribe(LinkFamily.FAMILY, LinkFamily.GROUP)) {
            shell.run("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
            assertThat(queued(subscription)).isEmpty();
            shell.run("ip", "link", "delete", "v0");

            assertThat(queued(subscription))
                    .isNotEmpty()
                    .allMatch(e -> e.message().type() == DELLINK);
        }
    }
}
