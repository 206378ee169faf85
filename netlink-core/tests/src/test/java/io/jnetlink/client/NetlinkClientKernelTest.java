package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine and the running kernel. */
@InNetworkNamespace
class NetlinkClientKernelTest {

    private static final int CLIENTS = 10_000;

    private static NetlinkClient open(NetworkNamespace namespace) {
        return NetlinkClient.open(NetlinkConfig.builder(SocketOptions.route())
                .namespace(namespace)
                .build());
    }

    @Test
    void listsTheOneLinkOfAFreshNamespace(NetworkNamespace namespace) {
        List<String> seen = new ArrayList<>();
        try (NetlinkClient client = open(namespace)) {
            Dump<Link> dump = client.dump(LinkFamily.list());
            client.dump(LinkFamily.list(), view -> seen.add(view.attributes().name()));

            assertThat(dump.messages()).extracting(Link::index).containsExactly(1);
            assertThat(dump.messages().get(0).attributes().name()).isEqualTo("lo");
            assertThat(dump.messages().get(0).attributes().mtu()).isEqualTo(65_536);
            assertThat(dump.interrupted()).isFalse();
        }
        assertThat(seen).containsExactly("lo");
    }

    @Test
    void findsALinkByItsNameAndMissesAnother(NetworkNamespace namespace) {
        try (NetlinkClient client = open(namespace)) {
            assertThat(client.get(LinkFamily.get("lo"))).map(Link::index).contains(1);
            assertThatThrownBy(() -> client.get(LinkFamily.get("none"))).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void theLoopbackDeviceCannotBeDeleted(NetworkNamespace namespace) {
        try (NetlinkClient client = open(namespace)) {
            Link lo = Link.builder().index(1).build();

            assertThatThrownBy(() -> client.acknowledge(Request.of(LinkFamily.DELLINK, lo)))
                    .isInstanceOf(UnsupportedException.class)
                    .hasMessageStartingWith("dellink: EOPNOTSUPP (Operation not supported)");
            assertThat(client.get(LinkFamily.get("lo"))).isPresent();
        }
    }

    @Test
    void aDumpThatWasGivenUpDoesNotDisturbTheNext(NetworkNamespace namespace) {
        try (NetlinkClient client = open(namespace)) {
            for (int i = 0; i < 60; i++) {
                client.acknowledge(LinkFamily.create(
                        Link.builder().name("vx" + i).vxlan(i, 4789).build()));
            }
            assertThatThrownBy(() -> client.dump(LinkFamily.list(), view -> {
                        throw new StackOverflowError("an error, not an exception: it leaves at once");
                    }))
                    .isInstanceOf(StackOverflowError.class);

            assertThat(client.dump(LinkFamily.list()).messages()).hasSize(61);
            assertThat(client.get(LinkFamily.get("vx59")))
                    .hasValueSatisfying(
                            l -> assertThat(l.attributes().vxlanId()).contains(59L));
        }
    }

    @Test
    void aClientOutlivesTheHandleOfItsNamespace() {
        NetworkNamespace other = NetworkNamespace.create();
        NetlinkConfig config =
                NetlinkConfig.builder(SocketOptions.route()).namespace(other).build();
        try (NetlinkClient client = NetlinkClient.open(config)) {
            other.close();

            assertThat(client.get(LinkFamily.get("lo"))).isPresent();
            assertThatThrownBy(() -> client.subscribe(LinkFamily.FAMILY, LinkFamily.GROUP))
                    .hasMessageContaining("closed");
        }
    }

    @Test
    @InNetworkNamespace(limitSeconds = 240)
    void clientsLeaveNoDescriptorsBehind(NetworkNamespace namespace) throws Exception {
        NetlinkConfig config =
                NetlinkConfig.builder(ClientFixture.smallSocket()).build();
        namespace.call(() -> {
            openAndClose(config, 10);
            long before = descriptors();
            openAndClose(config, CLIENTS);
            assertThat(descriptors()).isEqualTo(before);
            return before;
        });
    }

    private static void openAndClose(NetlinkConfig config, int count) {
        for (int i = 0; i < count; i++) {
            try (NetlinkClient client = NetlinkClient.open(config)) {
                assertThat(client.get(LinkFamily.get("lo"))).isPresent();
            }
        }
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
