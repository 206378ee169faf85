package io.jnetlink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.Notification;
import io.jnetlink.client.Subscription;
import io.jnetlink.client.SubscriptionEvent;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.FakeSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cases in which somebody listens to what a scripted kernel tells. */
final class MonitorCases {

    private static final int SUBSCRIBER = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private MonitorCases() {}

    static void run(JsonNode test) {
        FakeKernel kernel = FakeKernel.silent().withVirtualTime();
        NetlinkConfig config =
                NetlinkConfig.builder(SocketOptions.route()).syscalls(kernel).build();
        try (NetlinkClient client = NetlinkClient.open(config);
                Subscription subscription = client.subscribe(LinkFamily.FAMILY, LinkFamily.GROUP)) {
            FakeSocket socket = kernel.sockets().get(SUBSCRIBER);
            new ScriptedKernel(test.get("script")).playAll(socket);
            List<String> expected = new ArrayList<>();
            test.at("/expected/events")
                    .forEach(event -> expected.add((event.get("type").asText() + " "
                                    + event.path("name").asText())
                            .strip()));

            assertThat(events(subscription)).isEqualTo(expected);
            assertThat(socket.isClosed())
                    .isNotEqualTo(test.at("/expected/subscription_open").asBoolean());
        }
    }

    private static List<String> events(Subscription subscription) {
        List<String> events = new ArrayList<>();
        Optional<SubscriptionEvent> next = subscription.next(PATIENCE);
        while (next.isPresent()) {
            events.add(text(next.get()));
            next = subscription.next(PATIENCE);
        }
        return events;
    }

    private static String text(SubscriptionEvent event) {
        return event instanceof Notification link
                ? "new " + link.body(LinkFamily.NEWLINK).attributes().name()
                : "overrun";
    }
}
