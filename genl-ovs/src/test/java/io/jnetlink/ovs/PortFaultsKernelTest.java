package io.jnetlink.ovs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jnetlink.lab.RequiresOpenVSwitch;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.ovs.port.AddedPort;
import io.jnetlink.ovs.port.DeviceOutcome;
import io.jnetlink.ovs.port.PortSpec;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceLinks;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.wire.InvalidFieldException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can stand in the way of a port: what is said, and that nothing half-made is left. */
@RequiresOpenVSwitch
@InNetworkNamespace(limitSeconds = 300)
class PortFaultsKernelTest {

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

    /** Adding fails so, and the kernel is as it was. */
    private OvsException assertRefused(PortSpec spec, OvsFault fault, String message) {
        KernelState before = KernelState.of(ovs);
        OvsException refusal =
                catchThrowableOfType(OvsException.class, () -> ovs.ports().add(datapath, spec));
        assertThat(refusal).as("adding %s", spec).isNotNull();
        assertThat(refusal).hasMessage(message);
        assertThat(refusal.fault()).isEqualTo(fault);
        assertThat(KernelState.of(ovs)).isEqualTo(before);
        return refusal;
    }

    @Test
    void aSocketHasTheUdpPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(4789)) {
            assertThat(socket.getLocalPort()).isEqualTo(4789);
            OvsException refusal = assertRefused(
                    PortSpec.vxlan(4789),
                    OvsFault.UDP_PORT_TAKEN,
                    "vxlan_sys_4789: UDP port 4789 is in use, by a socket of process "
                            + ProcessHandle.current().pid() + " (java)");
            assertThat(refusal.errno())
                    .hasValueSatisfying(errno -> assertThat(errno.name()).isEqualTo("EADDRINUSE"));
            assertThatThrownBy(() ->
                            ovs.ports().add(datapath, PortSpec.vxlan(4789).retrying(3, Duration.ofMillis(10))))
                    .isInstanceOf(OvsException.class);
        }
        assertThat(ovs.ports().add(datapath, PortSpec.vxlan(4789)).device()).isEqualTo(DeviceOutcome.CREATED);
    }

    @Test
    void theWayOfOldFailsLikewise() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(4789)) {
            assertThat(socket.getLocalPort()).isEqualTo(4789);
            String message = "vxlan_sys_4789: UDP port 4789 is in use, by a socket of process "
                    + ProcessHandle.current().pid() + " (java)";
            assertRefused(PortSpec.vxlan(4789).viaCompatVport(), OvsFault.UDP_PORT_TAKEN, message);
            OvsException both =
                    assertRefused(PortSpec.vxlan(4789).orViaCompatVport(), OvsFault.UDP_PORT_TAKEN, message);
            assertThat(both.getSuppressed()).hasSize(1);
        }
    }

    @Test
    void aDeviceHasTheUdpPort(NamespaceShell shell) {
        shell.script("ip link add vx0 type vxlan id 5 dstport 4789; ip link set vx0 up");
        assertRefused(
                PortSpec.vxlan(4789),
                OvsFault.UDP_PORT_TAKEN,
                "vxlan_sys_4789: UDP port 4789 is in use, by the vxlan device vx0");
    }

    @Test
    void aDeviceHasTheSameConfiguration(NamespaceShell shell) {
        shell.script("ip link add vx0 type vxlan external dstport 4789 nolearning udp6zerocsumrx");
        assertRefused(
                PortSpec.vxlan(4789),
                OvsFault.UDP_PORT_TAKEN,
                "vxlan_sys_4789 cannot be made: UDP port 4789 is taken by the vxlan device vx0");
    }

    @Test
    void anotherGreDeviceTakesAllPackets(NamespaceShell shell) {
        shell.script("ip link add gre9 type gretap external");
        assertRefused(
                PortSpec.gre(),
                OvsFault.DEVICE_TAKEN,
                "gre_sys cannot be made: another gretap device takes its packets");
    }

    @Test
    void theNumberIsTaken() {
        ovs.ports().add(datapath, PortSpec.internal("in1").number(5));
        assertRefused(
                PortSpec.internal("in2").number(5),
                OvsFault.NUMBER_TAKEN,
                "port number 5 of datapath dp0 is taken by in1");
        assertRefused(
                PortSpec.vxlan(4789).number(5), OvsFault.NUMBER_TAKEN, "port number 5 of datapath dp0 is taken by in1");
    }

    @Test
    void theDeviceIsAPortAlready(NamespaceLinks links) {
        Datapath other = ovs.datapaths().create("dp1");
        links.vethPair("v0", "v1").vethPair("v2", "v3").bridge("br9", "v2");
        ovs.ports().add(datapath, PortSpec.device("v0"));
        ovs.ports().add(datapath, PortSpec.vxlan(4789));

        assertRefused(
                PortSpec.device("v0"), OvsFault.DEVICE_TAKEN, "v0 is in use already: it is port 1 of datapath dp0");
        assertRefused(
                PortSpec.vxlan(4789),
                OvsFault.DEVICE_TAKEN,
                "vxlan_sys_4789 is in use already: it is port 2 of datapath dp0");
        assertRefused(PortSpec.device("v2"), OvsFault.DEVICE_TAKEN, "v2 is in use already: it belongs to br9");
        assertThatThrownBy(() -> ovs.ports().add(other, PortSpec.vxlan(4789)))
                .hasMessage("vxlan_sys_4789 is in use already: it is port 2 of datapath dp0");
        assertThatThrownBy(() -> ovs.ports().add(other, PortSpec.vxlan(4789).gbp()))
                .hasMessage("there is another device named vxlan_sys_4789 (it lacks gbp), and it cannot be replaced,"
                        + " since it belongs to dp0");
        assertThat(KernelState.names(ovs.ports().list(datapath)))
                .containsExactlyInAnyOrder("dp0", "v0", "vxlan_sys_4789");
    }

    @Test
    void theNameIsTaken(NamespaceLinks links) {
        links.vethPair("v0", "v1");
        assertRefused(PortSpec.internal("v0"), OvsFault.NAME_TAKEN, "there is a device named v0 already");
    }

    @Test
    void theDeviceIsNotThere() {
        assertRefused(PortSpec.device("nosuch"), OvsFault.DEVICE_MISSING, "there is no device named nosuch");
    }

    @Test
    void theDeviceIsUnsuitable() {
        ovs.ports().add(ovs.datapaths().create("dp1"), PortSpec.internal("in1"));
        assertRefused(
                PortSpec.device("lo"),
                OvsFault.DEVICE_UNSUITABLE,
                "lo cannot be a port of a datapath: it is the loopback device");
        assertRefused(
                PortSpec.device("in1"),
                OvsFault.DEVICE_UNSUITABLE,
                "in1 cannot be a port of a datapath: it is an internal device of a datapath");
    }

    @Test
    void theDatapathIsGone() {
        Datapath gone = ovs.datapaths().create("dp1");
        ovs.datapaths().delete(gone);
        KernelState before = KernelState.of(ovs);

        for (PortSpec spec : new PortSpec[] {PortSpec.vxlan(4789), PortSpec.internal("in1")}) {
            assertThatThrownBy(() -> ovs.ports().add(gone, spec))
                    .isInstanceOfSatisfying(
                            OvsException.class, e -> assertThat(e.fault()).isEqualTo(OvsFault.DATAPATH_MISSING))
                    .hasMessage("there is no datapath dp1");
        }
        assertThat(KernelState.of(ovs)).isEqualTo(before);
    }

    @Test
    void theDeviceGoesFromUnderThePort(NamespaceShell shell) {
        AddedPort added = ovs.ports().add(datapath, PortSpec.vxlan(4789));
        shell.run("ip", "link", "del", "vxlan_sys_4789");

        assertThat(KernelState.names(ovs.ports().list(datapath))).containsExactly("dp0");
        assertThatThrownBy(() -> ovs.ports().get(datapath, "vxlan_sys_4789"))
                .isInstanceOfSatisfying(
                        OvsException.class, e -> assertThat(e.fault()).isEqualTo(OvsFault.PORT_MISSING))
                .hasMessage("datapath dp0 has no port vxlan_sys_4789");
        assertThatThrownBy(() -> ovs.ports().delete(datapath, added.port().number()))
                .hasMessage("datapath dp0 has no port of number 1");
        assertThat(ovs.ports().add(datapath, PortSpec.vxlan(4789)).device()).isEqualTo(DeviceOutcome.CREATED);
    }

    @Test
    void theLocalPortStays() {
        assertThatThrownBy(() -> ovs.ports().delete(datapath, "dp0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("port 0 is the local port, which goes with its datapath only");
        assertThat(KernelState.names(ovs.ports().list(datapath))).containsExactly("dp0");
    }

    @Test
    void namesAndNumbersAreCheckedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> PortSpec.device("sixteen_byte_nam"))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("must have at most 15 bytes in UTF-8 (it has 16)");
        assertThatThrownBy(() -> PortSpec.vxlan(4789).named("vxlan_sys_tunnel_4789"))
                .isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> PortSpec.internal("in1").number(65535))
                .hasMessage("port number must be 1..65534, not 65535");
    }
}
