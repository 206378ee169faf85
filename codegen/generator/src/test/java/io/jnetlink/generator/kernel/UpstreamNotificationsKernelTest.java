package io.jnetlink.generator.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.client.Notification;
import io.jnetlink.client.Subscription;
import io.jnetlink.client.SubscriptionEvent;
import io.jnetlink.generator.testing.UpstreamSpec;
import io.jnetlink.message.MessageBody;
import io.jnetlink.message.Operation;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notifications through generated clients: of a protocol of its own, and of a generic family. */
class UpstreamNotificationsKernelTest {

    @ParameterizedTest
    @CsvSource({"rt-link, rtnlgrp-link, newlink-ntf, setlink", "netdev, mgmt, dev-add-ntf, dev-del-ntf"})
    @InNetworkNamespace
    void aNewLinkIsTold(String spec, String group, String told, String notTold, NamespaceShell shell) throws Exception {
        assumeTrue(Files.isDirectory(UpstreamSpec.FOLDER), "the kernel's specs are not at hand");
        UpstreamSpec upstream = UpstreamSpec.of(UpstreamSpec.FOLDER.resolve(spec + ".yaml"));
        Optional<KernelFamily> family = KernelFamily.open(upstream);
        assumeTrue(family.isPresent(), "the kernel has no " + spec);
        Operation<?, ?> operation = operation(upstream, told);
        Operation<?, ?> other = operation(upstream, notTold);

        try (KernelFamily open = family.get();
                Subscription news = open.subscribe(group)) {
            shell.run("ip", "link", "add", "n0", "type", "veth", "peer", "name", "n1");

            List<Notification> all = queued(news);
            // A new device also changes, which is told too.
            List<Notification> events =
                    all.stream().filter(e -> e.is(operation)).toList();

            assertThat(events).hasSizeGreaterThanOrEqualTo(2);
            assertThat(all).noneMatch(e -> e.is(other));
            for (Notification event : events) {
                ReplyInspection inspection = new ReplyInspection();
                MessageBody body = event.body(operation);
                inspection.inspect(body);
                assertThat(inspection.unknown()).isEmpty();
                assertThat(inspection.getters()).isPositive();
            }
        }
    }

    private static Operation<?, ?> operation(UpstreamSpec spec, String name) throws ReflectiveOperationException {
        return (Operation<?, ?>)
                spec.operations().getField(JavaNames.constant(name)).get(null);
    }

    /** The kernel tells before the command that it tells of has ended. */
    private static List<Notification> queued(Subscription news) {
        List<Notification> events = new ArrayList<>();
        Optional<SubscriptionEvent> next = news.next(Duration.ZERO);
        while (next.isPresent()) {
            events.add((Notification) next.get());
            next = news.next(Duration.ZERO);
        }
        return events;
    }
}
