package io.jnetlink.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.Notification;
import io.jnetlink.client.Subscription;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the running kernel says, on disk and back. */
@InNetworkNamespace
class NetlinkPcapWriterKernelTest {

    private static final MessageDescriber DESCRIBER = MessageDescriber.of(LinkFamily.FAMILY);

    @Test
    void aCapturedDumpCanBeReadAgain(NetworkNamespace namespace, @TempDir Path directory) throws IOException {
        Path file = directory.resolve("links.pcap");
        try (NetlinkPcapWriter capture = NetlinkPcapWriter.create(file);
                NetlinkClient client = open(namespace, capture)) {
            client.acknowledge(
                    LinkFamily.create(Link.builder().name("vx0").vxlan(42, 4789).build()));
            assertThat(client.dump(LinkFamily.list()).messages()).hasSize(2);
        }

        List<MessageDescription> messages = describe(PcapFile.read(file));
        assertThat(messages)
                .extracting(MessageDescription::name)
                .containsExactly("newlink", "ack", "getlink", "newlink", "newlink", "done");
        assertThat(messages.get(0).flags()).containsExactly("request", "ack", "excl", "create");
        assertThat(messages.get(2).flags()).containsExactly("request", "dump");
        assertThat(messages.get(3).toText()).contains("\n  ifname \"lo\"\n");
        assertThat(messages.get(4).toText())
                .contains("\n  ifname \"vx0\"\n", "\n    kind \"vxlan\"\n", "\n      id 42\n", "\n      port 4789\n");
        assertThat(messages.subList(2, 6))
                .extracting(MessageDescription::sequence)
                .containsOnly(messages.get(2).sequence());
    }

    @Test
    void eventsAreCapturedToo(NetworkNamespace namespace, @TempDir Path directory) throws IOException {
        Path file = directory.resolve("events.pcap");
        try (NetlinkPcapWriter capture = NetlinkPcapWriter.create(file);
                NetlinkClient client = open(namespace, capture);
                Subscription events = client.subscribe(LinkFamily.FAMILY, LinkFamily.GROUP)) {
            client.acknowledge(
                    LinkFamily.create(Link.builder().name("vx0").vxlan(42, 4789).build()));
            assertThat(events.next(Duration.ofSeconds(10))).containsInstanceOf(Notification.class);
        }

        assertThat(describe(PcapFile.read(file))).hasSize(3).last().satisfies(event -> {
            assertThat(event.name()).isEqualTo("newlink");
            assertThat(event.toText()).contains("ifname \"vx0\"");
        });
    }

    private static NetlinkClient open(NetworkNamespace namespace, NetlinkPcapWriter capture) {
        return NetlinkClient.open(NetlinkConfig.builder(SocketOptions.route())
                .namespace(namespace)
                .observer(capture.tap(SocketOptions.ROUTE))
                .build());
    }

    private static List<MessageDescription> describe(List<PcapFile.Packet> packets) {
        return packets.stream()
                .map(p -> DESCRIBER.describe(
                        p.toKernel() ? MessageDirection.TO_KERNEL : MessageDirection.FROM_KERNEL,
                        NetlinkBuffer.wrap(p.payload()),
                        0,
                        p.payload().length))
                .toList();
    }
}
