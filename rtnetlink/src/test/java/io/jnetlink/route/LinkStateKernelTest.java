package io.jnetlink.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.ResyncPolicy;
import io.jnetlink.client.StateEntry;
import io.jnetlink.client.StateEvent;
import io.jnetlink.client.StateFeed;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Links as a state that is followed. */
@InNetworkNamespace
class LinkStateKernelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<Object, String> names = new TreeMap<>();

    private static String name(StateEntry entry) {
        return entry.message().body(RtLink.NEWLINK_NTF).attributes().ifname();
    }

    /** Applies events until a link is known, which was made after everything else. */
    private void followUntil(StateFeed feed, String last) {
        while (!names.containsValue(last)) {
            StateEvent event = feed.next(PATIENCE).orElseThrow();
            if (event instanceof StateEvent.Snapshot snapshot) {
                names.clear();
                snapshot.entries().forEach(entry -> names.put(entry.key(), name(entry)));
            } else if (event instanceof StateEvent.Change change) {
                if (change.kind() == StateEvent.Change.Kind.REMOVED) {
                    names.remove(change.entry().key());
                } else {
                    names.put(change.entry().key(), name(change.entry()));
                }
            }
        }
    }

    @Test
    void aPortThatLeavesItsBridgeIsStillALink(NamespaceShell shell, NetworkNamespace namespace) {
        try (RtNetlink route = RtNetlink.open(namespace);
                StateFeed feed = route.client().follow(ResyncPolicy.defaults(), LinkState.source())) {
            shell.script(
                    "ip link add v0 type veth peer name v1; ip link add br0 type bridge; ip link set v0 master br0");
            followUntil(feed, "br0");
            shell.script("ip link set v0 nomaster; ip link del br0; ip link add last type bridge");
            followUntil(feed, "last");

            assertThat(names.values()).contains("v0", "v1", "last").doesNotContain("br0");
            assertThat(names.values())
                    .containsExactlyInAnyOrderElementsOf(route.links().list().stream()
                            .map(LinkMessage::attributes)
                            .map(attributes -> attributes.ifname())
                            .toList());
        }
    }
}
