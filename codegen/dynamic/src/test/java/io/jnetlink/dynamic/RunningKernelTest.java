package io.jnetlink.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.genl.GenericNetlink;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MessageFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Interfaces and maps, and the running kernel. */
@InNetworkNamespace
class RunningKernelTest {

    /** The whole of a user's program, but for its main method. */
    public interface LinkApi {
        record Link(int ifiIndex, String ifname, long mtu, Optional<Info> linkinfo) {}

        record Info(String kind, @Format("vxlan") Optional<Vxlan> data) {}

        record Vxlan(int id, Optional<IpAddress> group, OptionalInt port) {}

        List<Link> getlink();

        Link getlink(@Attribute("ifname") String name);

        @Operation("getlink")
        boolean eachLink(Consumer<? super Link> visitor);

        @Operation(value = "newlink", flags = MessageFlags.CREATE | MessageFlags.EXCL)
        void add(String ifname, Info linkinfo);

        void dellink(String ifname);
    }

    /** Pairs of devices; the format of the other end follows from that of the pair. */
    public interface VethApi {
        record Info(String kind, @Format("veth") Veth data) {}

        record Veth(@Format("veth") Peer peer) {}

        record Peer(@Header int ifiIndex, String ifname) {}

        @Operation(value = "newlink", flags = MessageFlags.CREATE | MessageFlags.EXCL)
        void add(String ifname, Info linkinfo);
    }

    /** Families that the kernel has. */
    public interface ControllerApi {
        record Group(String name, long id) {}

        record GenericFamily(int familyId, String familyName, long version, List<Group> mcastGroups) {}

        GenericFamily getfamily(String familyName);

        @Operation("getfamily")
        List<GenericFamily> families();
    }

    /** Names that the kernel has for what it tells by numbers. */
    public interface EthtoolApi {
        record Header(@Attribute("dev-name") Optional<String> device) {}

        record LinkState(Optional<Header> header) {}

        record Features(Optional<Header> header, Optional<Bits> active) {}

        record Bits(Optional<Long> size) {}

        Features featuresGet(Header header);

        @Operation("linkstate-get")
        List<LinkState> linkStates();
    }

    private static NetlinkClient route(NetworkNamespace namespace) {
        return NetlinkClient.open(NetlinkConfig.builder(SocketOptions.route())
                .namespace(namespace)
                .build());
    }

    @Test
    void tenLinesListLinks(NetworkNamespace namespace) {
        try (NetlinkClient client = route(namespace)) {
            LinkApi links = Fixtures.rtLinkFamily().bind(LinkApi.class, client);

            assertThat(links.getlink()).extracting(LinkApi.Link::ifname).containsExactly("lo");
            assertThat(links.getlink("lo")).isEqualTo(new LinkApi.Link(1, "lo", 65_536, Optional.empty()));
            List<String> seen = new ArrayList<>();
            assertThat(links.eachLink(l -> seen.add(l.ifname()))).isFalse();
            assertThat(seen).containsExactly("lo");
        }
    }

    @Test
    void aVxlanLinkIsMadeReadAndDeleted(NetworkNamespace namespace) {
        try (NetlinkClient client = route(namespace)) {
            LinkApi links = Fixtures.rtLinkFamily().bind(LinkApi.class, client);
            LinkApi.Vxlan vxlan =
                    new LinkApi.Vxlan(1111, Optional.of(IpAddress.parse("239.1.1.1")), OptionalInt.of(4789));
            // A multicast group needs a device to be reached by; lo serves.
            LinkApi.Info unicast = new LinkApi.Info(
                    "vxlan",
                    Optional.of(new LinkApi.Vxlan(1111, Optional.of(IpAddress.parse("10.0.0.1")), vxlan.port())));

            assertThatThrownBy(() -> links.add("vx0", new LinkApi.Info("vxlan", Optional.of(vxlan))))
                    .isInstanceOf(KernelRejectedException.class)
                    .hasMessageStartingWith("newlink: EINVAL");
            links.add("vx0", unicast);
            assertThat(links.getlink("vx0").linkinfo()).contains(unicast);
            assertThatThrownBy(() -> links.add("vx0", unicast)).hasMessageContaining("EEXIST");
            links.dellink("vx0");
            assertThatThrownBy(() -> links.getlink("vx0")).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void aPairIsMade(NetworkNamespace namespace) {
        try (NetlinkClient client = route(namespace)) {
            VethApi.Peer peer = new VethApi.Peer(0, "v1");
            Fixtures.rtLinkFamily()
                    .bind(VethApi.class, client)
                    .add("v0", new VethApi.Info("veth", new VethApi.Veth(peer)));

            assertThat(Fixtures.rtLinkFamily().bind(LinkApi.class, client).getlink())
                    .extracting(LinkApi.Link::ifname)
                    .containsExactlyInAnyOrder("lo", "v0", "v1");
        }
    }

    @Test
    void mapsSayTheSame(NetworkNamespace namespace) {
        try (NetlinkClient client = route(namespace)) {
            DynamicClient links = Fixtures.rtLinkFamily().connect(client);
            links.call(
                    "newlink",
                    Map.of("ifname", "vx1", "linkinfo", Map.of("kind", "vxlan", "data", Map.of("id", 7, "port", 4789))),
                    MessageFlags.CREATE | MessageFlags.EXCL);

            assertThat(links.dump("getlink", Map.of()).messages())
                    .extracting(l -> l.get("ifname"))
                    .containsExactly("lo", "vx1");
            Map<String, Object> link =
                    links.call("getlink", Map.of("ifname", "vx1")).orElseThrow();
            assertThat((Map<?, ?>) ((Map<?, ?>) link.get("linkinfo")).get("data"))
                    .extracting("id", "port", "learning")
                    .containsExactly(7L, 4789L, 1L);
            assertThatThrownBy(() -> links.call("getlink", Map.of("ifname", "none")))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void genericFamiliesAreListed(NetworkNamespace namespace) {
        try (GenericNetlink generic = GenericNetlink.open(namespace)) {
            ControllerApi controller = Fixtures.family("nlctrl.yaml").bind(ControllerApi.class, generic.client());

            assertThat(controller.getfamily("nlctrl"))
                    .satisfies(f -> assertThat(f.familyId()).isEqualTo(0x10))
                    .satisfies(f -> assertThat(f.mcastGroups())
                            .extracting(ControllerApi.Group::name)
                            .containsExactly("notify"));
            assertThat(controller.families())
                    .extracting(ControllerApi.GenericFamily::familyName)
                    .contains("nlctrl", "ethtool");
            assertThatThrownBy(() -> controller.getfamily("nosuchfamily")).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void theKernelsOwnSpecOfTheControllerFits(NetworkNamespace namespace) throws IOException {
        try (GenericNetlink generic = GenericNetlink.open(namespace)) {
            DynamicFamily family = DynamicFamily.load(upstream("nlctrl.yaml"));
            ControllerApi controller = family.bind(ControllerApi.class, generic.client());

            assertThat(controller.getfamily("ethtool").mcastGroups())
                    .extracting(ControllerApi.Group::name)
                    .containsExactly("monitor");
            Map<String, Object> policies = family.connect(generic.client())
                    .dump("getpolicy", Map.of("family-name", "ethtool"))
                    .messages()
                    .get(0);
            assertThat(policies).containsKey("family-id");
        }
    }

    @Test
    void theKernelsOwnSpecOfEthtoolFits(NetworkNamespace namespace) throws IOException {
        try (GenericNetlink generic = GenericNetlink.open(namespace)) {
            DynamicFamily family = DynamicFamily.load(upstream("ethtool.yaml"));
            EthtoolApi ethtoolApi = family.bind(EthtoolApi.class, generic.client());
            EthtoolApi.Header lo = new EthtoolApi.Header(Optional.of("lo"));

            assertThat(ethtoolApi.featuresGet(lo).header()).contains(lo);
            assertThat(ethtoolApi.featuresGet(lo).active().orElseThrow().size()).isPresent();
            assertThat(ethtoolApi.linkStates()).isNotNull();
            DynamicClient ethtool = family.connect(generic.client());
            Map<String, Object> features = ethtool.call("features-get", Map.of("header", Map.of("dev-name", "lo")))
                    .orElseThrow();
            assertThat(features).containsKeys("header", "hw", "active");
            assertThat(((Map<?, ?>) features.get("header")).get("dev-name")).isEqualTo("lo");
        }
    }

    private static Path upstream(String file) {
        Path spec = Fixtures.upstream().resolve(file);
        assumeTrue(Files.exists(spec), "the kernel's specs are not there");
        return spec;
    }
}
