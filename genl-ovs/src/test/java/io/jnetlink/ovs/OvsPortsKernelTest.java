package io.jnetlink.ovs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import io.jnetlink.lab.RequiresOpenVSwitch;
import io.jnetlink.ovs.datapath.DatapathFeatures;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.ovs.port.AddedPort;
import io.jnetlink.ovs.port.BareudpPayload;
import io.jnetlink.ovs.port.DeletedPort;
import io.jnetlink.ovs.port.DeviceOutcome;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.port.PortEvent;
import io.jnetlink.ovs.port.PortEvents;
import io.jnetlink.ovs.port.PortSpec;
import io.jnetlink.ovs.port.TunnelKind;
import io.jnetlink.ovs.vport.VportType;
import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceLinks;
import io.jnetlink.testkit.NamespaceShell;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@RequiresOpenVSwitch
@InNetworkNamespace(limitSeconds = 300)
class OvsPortsKernelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private OpenVSwitch ovs;
    private Datapath datapath;

    @BeforeEach
    void open(NetworkNamespace namespace) {
        ovs = OpenVSwitch.open(namespace);
        datapath = ovs.datapaths().create("dp0");
    }

    @AfterEach
    void close() {
        ovs.close();
    }

    static Stream<Arguments> tunnels() {
        return Stream.of(
                Arguments.of(PortSpec.vxlan(4789), "vxlan_sys_4789", TunnelKind.VXLAN, "vxlan external"),
                Arguments.of(PortSpec.vxlan(4790).gbp(), "vxlan_sys_4790", TunnelKind.VXLAN, " gbp "),
                Arguments.of(PortSpec.vxlan(4791).gpe(), "vxlan_sys_4791", TunnelKind.VXLAN, " gpe "),
                Arguments.of(PortSpec.geneve(6081), "genev_sys_6081", TunnelKind.GENEVE, "geneve external"),
                Arguments.of(PortSpec.gre(), "gre_sys", TunnelKind.GRE, "gretap external"),
                Arguments.of(PortSpec.greL3(), "gre_sys", TunnelKind.GRE, "gre external"),
                Arguments.of(PortSpec.ip6gre(), "ip6gre_sys", TunnelKind.IP6GRE, "ip6gretap external"),
                Arguments.of(PortSpec.erspan(), "erspan_sys", TunnelKind.ERSPAN, "erspan external"),
                Arguments.of(PortSpec.ip6erspan(), "ip6erspan_sys", TunnelKind.IP6ERSPAN, "ip6erspan external"),
                Arguments.of(
                        PortSpec.bareudp(6635, BareudpPayload.MPLS), "udp_sys_6635", TunnelKind.BAREUDP, "bareudp"));
    }

    @ParameterizedTest
    @MethodSource("tunnels")
    void aTunnelComesAndGoes(PortSpec spec, String name, TunnelKind kind, String shown, NamespaceShell shell) {
        KernelState before = stateWithBaseDevices(spec);

        AddedPort added = add(spec);

        assertThat(added.device()).isEqualTo(DeviceOutcome.CREATED);
        assertThat(added.warnings()).isEmpty();
        OvsPort port = added.port();
        assertThat(port.name()).isEqualTo(name);
        assertThat(port.number()).isEqualTo(1);
        assertThat(port.type()).isEqualTo(VportType.NETDEV);
        assertThat(port.tunnel()).contains(kind);
        assertThat(port.datapathIndex()).isEqualTo(datapath.index());
        assertThat(port.upcallPids()).containsExactly(0L);
        LinkMessage link = ovs.route().links().get(name);
        assertThat(port.deviceIndex()).hasValue(link.header().ifiIndex());
        assertThat(link.header().ifiFlags().contains(DeviceFlags.UP)).isTrue();
        assertThat(link.attributes().master()).isEqualTo(datapath.index());
        assertThat(link.attributes().mtu()).isGreaterThan(60000);
        assertThat(shell.run("ip", "-d", "link", "show", name)).contains(shown);
        assertThat(KernelState.names(ovs.ports().list(datapath))).containsExactly("dp0", name);

        DeletedPort deleted = ovs.ports().delete(datapath, name);

        assertThat(deleted.port().number()).isEqualTo(1);
        assertThat(deleted.deviceDeleted()).isTrue();
        assertThat(KernelState.of(ovs)).isEqualTo(before);
    }

    private AddedPort add(PortSpec spec) {
        try {
            return ovs.ports().add(datapath, spec);
        } catch (OvsException e) {
            if (e.fault() == OvsFault.KIND_UNSUPPORTED) {
                abort(e.getMessage());
            }
            throw e;
        }
    }

    /** The first GRE device of a namespace brings base devices along, which stay. */
    private KernelState stateWithBaseDevices(PortSpec spec) {
        add(spec);
        ovs.ports().delete(datapath, spec.name());
        return KernelState.of(ovs);
    }

    @Test
    void theOriginalToolSeesTheSame(NamespaceShell shell) {
        ovs.ports().add(datapath, PortSpec.vxlan(4789));
        ovs.ports().add(datapath, PortSpec.internal("in1").number(7));

        assertThat(shell.run("ovs-dpctl", "show", "dp0"))
                .contains("port 1: vxlan_sys_4789 (vxlan: packet_type=ptap)", "port 7: in1 (internal)");
        shell.run("ovs-dpctl", "del-if", "dp0", "vxlan_sys_4789");
        assertThat(ovs.route().links().find("vxlan_sys_4789")).isEmpty();
    }

    @Test
    void aDeviceThatIsThereBecomesAPortAndStays(NamespaceLinks links) {
        links.vethPair("v0", "v1");
        KernelState before = KernelState.of(ovs);

        AddedPort added = ovs.ports().add(datapath, PortSpec.device("v0").number(9));

        assertThat(added.device()).isEqualTo(DeviceOutcome.FOUND);
        assertThat(added.port().number()).isEqualTo(9);
        assertThat(added.port().tunnel()).isEmpty();
        assertThat(added.port().stats()).isPresent();
        assertThat(ovs.ports().delete(datapath, 9).deviceDeleted()).isFalse();
        assertThat(KernelState.of(ovs)).isEqualTo(before);
    }

    @Test
    void anInternalPortBringsItsDevice() {
        KernelState before = KernelState.of(ovs);

        AddedPort added = ovs.ports().add(datapath, PortSpec.internal("in1"));

        assertThat(added.device()).isEqualTo(DeviceOutcome.MADE_BY_DATAPATH);
        assertThat(added.port().type()).isEqualTo(VportType.INTERNAL);
        assertThat(ovs.route().links().find("in1")).isPresent();
        assertThat(ovs.ports().delete(datapath, "in1").deviceDeleted()).isTrue();
        assertThat(KernelState.of(ovs)).isEqualTo(before);
    }

    static Stream<Arguments> compatTunnels() {
        return Stream.of(
                Arguments.of(PortSpec.vxlan(4789).viaCompatVport(), VportType.VXLAN),
                Arguments.of(PortSpec.vxlan(4790).gbp().viaCompatVport(), VportType.VXLAN),
                Arguments.of(PortSpec.geneve(6081).viaCompatVport(), VportType.GENEVE),
                Arguments.of(PortSpec.gre().viaCompatVport(), VportType.GRE));
    }

    @ParameterizedTest
    @MethodSource("compatTunnels")
    void theWayOfOldIsThereForWhoAsks(PortSpec spec, VportType type) {
        ovs.ports().add(datapath, spec);
        ovs.ports().delete(datapath, spec.name());
        KernelState before = KernelState.of(ovs);

        AddedPort added = ovs.ports().add(datapath, spec);

        assertThat(added.device()).isEqualTo(DeviceOutcome.MADE_BY_DATAPATH);
        assertThat(added.port().type()).isEqualTo(type);
        assertThat(ovs.route().links().get(spec.name()).header().ifiFlags().contains(DeviceFlags.UP))
                .isTrue();
        assertThat(ovs.ports().delete(datapath, spec.name()).deviceDeleted()).isTrue();
        assertThat(KernelState.of(ovs)).isEqualTo(before);
    }

    @Test
    void aFittingDeviceIsUsedAndRaised(NamespaceShell shell) {
        shell.run(
                "ip",
                "link",
                "add",
                "vxlan_sys_4789",
                "type",
                "vxlan",
                "external",
                "dstport",
                "4789",
                "nolearning",
                "udp6zerocsumrx");
        int index = ovs.route().links().index("vxlan_sys_4789");

        AddedPort added = ovs.ports().add(datapath, PortSpec.vxlan(4789));

        assertThat(added.device()).isEqualTo(DeviceOutcome.REUSED);
        LinkMessage link = ovs.route().links().get("vxlan_sys_4789");
        assertThat(link.header().ifiIndex()).isEqualTo(index);
        assertThat(link.header().ifiFlags().contains(DeviceFlags.UP)).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void aStaleDeviceIsMadeAnew(PortSpec spec, String stale, NamespaceShell shell) {
        shell.script(stale);
        int index = ovs.route().links().index(spec.name());

        AddedPort added = ovs.ports().add(datapath, spec);

        assertThat(added.device()).isEqualTo(DeviceOutcome.RECREATED);
        assertThat(ovs.route().links().index(spec.name())).isNotEqualTo(index);
        assertThat(shell.run("ip", "-d", "link", "show", spec.name())).contains("external");
        ovs.ports().delete(datapath, spec.name());
        assertThat(ovs.route().links().find(spec.name())).isEmpty();
    }

    static Stream<Arguments> aStaleDeviceIsMadeAnew() {
        String add = "ip link add vxlan_sys_4789 type vxlan ";
        return Stream.of(
                Arguments.of(PortSpec.vxlan(4789), add + "id 9 dstport 4790"),
                Arguments.of(PortSpec.vxlan(4789), add + "external dstport 4790"),
                Arguments.of(PortSpec.vxlan(4789).gbp(), add + "external dstport 4789"),
                Arguments.of(PortSpec.vxlan(4789), add + "external gpe dstport 4789"),
                Arguments.of(PortSpec.vxlan(4789), "ip link add vxlan_sys_4789 type dummy"),
                Arguments.of(PortSpec.geneve(6081), "ip link add genev_sys_6081 type geneve external dstport 6082"),
                Arguments.of(PortSpec.gre(), "ip link add gre_sys type gretap local 192.0.2.1 remote 192.0.2.2"));
    }

    @Test
    void portsAreFoundByNameByNumberAndAnywhere() {
        Datapath other = ovs.datapaths().create("dp1");
        ovs.ports().add(datapath, PortSpec.internal("in1").number(5));

        assertThat(ovs.ports().get(datapath, "in1").number()).isEqualTo(5);
        assertThat(ovs.ports().get(datapath, 5).name()).isEqualTo("in1");
        assertThat(ovs.ports().get(datapath, 0).isLocal()).isTrue();
        assertThat(ovs.ports().find(other, "in1")).isEmpty();
        assertThat(ovs.ports().find(other, 5)).isEmpty();
        assertThat(ovs.ports().locate("in1").orElseThrow().datapathIndex()).isEqualTo(datapath.index());
        assertThat(KernelState.names(ovs.ports().list(other))).containsExactly("dp1");
    }

    @Test
    void upcallSocketsAreSet() {
        ovs.ports().add(datapath, PortSpec.internal("in1").upcallPids(List.of(4711L)));
        assertThat(ovs.ports().get(datapath, "in1").upcallPids()).containsExactly(4711L);
        assertThat(ovs.ports().setUpcallPids(datapath, 1, List.of(815L)).upcallPids())
                .containsExactly(815L);
    }

    /** Newer kernels take one socket for each processor, others any number. */
    @Test
    void severalUpcallSocketsAreSetOrRefusedInWords() {
        List<Long> several = List.of(5L, 3910298914L);
        ovs.ports().add(datapath, PortSpec.internal("in1").upcallPids(List.of(4L)));
        ovs.datapaths()
                .setFeatures(datapath, DatapathFeatures.of(DatapathFeatures.UNALIGNED, DatapathFeatures.VPORT_PIDS));

        try {
            assertThat(ovs.ports().setUpcallPids(datapath, 1, several).upcallPids())
                    .isEqualTo(several);
            assertThat(ovs.ports().get(datapath, 1).upcallPids()).isEqualTo(several);
        } catch (OvsException e) {
            assertThat(e.fault()).isEqualTo(OvsFault.TOO_MANY_SOCKETS);
            assertThat(e)
                    .hasMessage("the kernel refuses 2 sockets for upcalls of port 1: newer kernels take at most one for"
                            + " each processor");
            assertThat(ovs.ports().get(datapath, 1).upcallPids()).containsExactly(4L);
            assertThatThrownBy(
                            () -> ovs.ports().add(datapath, PortSpec.vxlan(4789).upcallPids(several)))
                    .hasMessageContaining("2 sockets for upcalls of port vxlan_sys_4789");
            assertThat(ovs.route().links().find("vxlan_sys_4789")).isEmpty();
        }
    }

    @Test
    void allPortsGoAtOnce(NamespaceLinks links) {
        links.vethPair("v0", "v1");
        KernelState before = KernelState.of(ovs);
        ovs.ports().add(datapath, PortSpec.vxlan(4789));
        ovs.ports().add(datapath, PortSpec.vxlan(8472));
        ovs.ports().add(datapath, PortSpec.device("v0"));
        ovs.ports().add(datapath, PortSpec.internal("in1"));

        List<DeletedPort> deleted = ovs.ports().deleteAll(datapath);

        assertThat(deleted)
                .extracting(d -> d.port().name() + " " + d.deviceDeleted())
                .containsExactlyInAnyOrder("vxlan_sys_4789 true", "vxlan_sys_8472 true", "v0 false", "in1 true");
        assertThat(KernelState.of(ovs)).isEqualTo(before);
    }

    @Test
    void eventsTellWhatHappens(NamespaceShell shell) {
        try (PortEvents events = ovs.ports().events()) {
            ovs.ports().add(datapath, PortSpec.vxlan(4789));
            ovs.ports().setUpcallPids(datapath, 1, List.of(7L));
            shell.run("ip", "link", "del", "vxlan_sys_4789");

            assertThat(events.next(PATIENCE).orElseThrow())
                    .isInstanceOfSatisfying(
                            PortEvent.Added.class,
                            e -> assertThat(e.port().name()).isEqualTo("vxlan_sys_4789"));
            assertThat(events.next(PATIENCE).orElseThrow())
                    .isInstanceOfSatisfying(
                            PortEvent.Changed.class,
                            e -> assertThat(e.port().upcallPids()).containsExactly(7L));
            assertThat(events.next(PATIENCE).orElseThrow())
                    .isInstanceOfSatisfying(
                            PortEvent.Removed.class,
                            e -> assertThat(e.port().number()).isEqualTo(1));
        }
    }
}
