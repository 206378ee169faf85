package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.socket.SocketFeature;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Events of other network namespaces, told apart by the ids that they have in one's own. */
@InNetworkNamespace
class NamespaceEventsKernelTest {

    private static final int NAMESPACE_ID = 77;
    private static final int RTM_NEWNSID = 88;
    private static final int NETNSA_NSID = 1;
    private static final int NETNSA_FD = 3;
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    /** {@code ip netns set}, for a namespace without a name. */
    private static void giveId(NetworkNamespace here, NetworkNamespace there, int id) {
        MessageWriter out = MessageWriter.direct(64);
        int mark = out.beginMessage(RTM_NEWNSID, MessageFlags.REQUEST | MessageFlags.ACK, 1, 0);
        out.appendZeros(4);
        out.putU32(NETNSA_NSID, id, ByteOrder.nativeOrder());
        out.putU32(NETNSA_FD, there.descriptor(), ByteOrder.nativeOrder());
        out.endMessage(mark);
        try (NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), here)) {
            socket.send(out.buffer().slice(0, out.length()));
            ReceiveResult result = socket.receive(socket.nanoTime() + PATIENCE_NANOS);
            NetlinkBuffer answer = NetlinkBuffer.wrap(result.datagram());
            MessageReader reader =
                    new MessageReader().wrap(answer, 0, result.datagram().limit());
            assertThat(reader.next()).isTrue();
            assertThat(reader.type()).isEqualTo(MessageHeader.ERROR);
            assertThat(answer.s32(reader.bodyOffset())).isZero();
        }
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

    private static NetlinkClient open(NetworkNamespace namespace, SocketOptions options) {
        return NetlinkClient.open(
                NetlinkConfig.builder(options).namespace(namespace).build());
    }

    @Test
    void eachTellsWhereItComesFrom(NetworkNamespace here, NamespaceShell shell, NetworkNamespace there) {
        giveId(here, there, NAMESPACE_ID);
        SocketOptions listening = SocketOptions.builder(SocketOptions.ROUTE)
                .with(SocketFeature.ALL_NAMESPACES)
                .build();
        try (NetlinkClient client = open(here, listening);
                Subscription subscription = client.subscribe(LinkFamily.FAMILY, LinkFamily.GROUP)) {
            shell.run("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
            assertThat(queued(subscription))
                    .isNotEmpty()
                    .allMatch(e -> e.namespaceId().isEmpty());

            new NamespaceShell(there).run("ip", "link", "add", "w0", "type", "veth", "peer", "name", "w1");
            List<Notification> events = queued(subscription);
            assertThat(events).isNotEmpty().allMatch(e -> e.namespaceId().equals(OptionalInt.of(NAMESPACE_ID)));
            assertThat(events.get(0).toString()).contains("namespace " + NAMESPACE_ID);
        }
    }

    @Test
    void withoutAskingNoneIsHeardOf(NetworkNamespace here, NetworkNamespace there) {
        giveId(here, there, NAMESPACE_ID);
        try (NetlinkClient client = open(here, SocketOptions.route());
                Subscription subscription = client.subscribe(LinkFamily.FAMILY, LinkFamily.GROUP)) {
            new NamespaceShell(there).run("ip", "link", "add", "w0", "type", "veth", "peer", "name", "w1");
            assertThat(queued(subscription)).isEmpty();
        }
    }
}
