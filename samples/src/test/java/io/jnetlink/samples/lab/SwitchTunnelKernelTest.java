package io.jnetlink.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.lab.RequiresOpenVSwitch;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.wire.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The switch and hosts behind a tunnel. */
@RequiresOpenVSwitch
@InNetworkNamespace(limitSeconds = 300)
class SwitchTunnelKernelTest extends SwitchFixture {

    private static final int VNI = 4711;

    private Overlay overlay(SwitchNode end, Underlay cable) {
        int tunnel = end.addTunnelPort().port().number();
        return end == node
                ? new Overlay(tunnel, VNI, cable.near(), List.of(cable.far()))
                : new Overlay(tunnel, VNI, cable.far(), List.of(cable.near()));
    }

    @Test
    void pingsCrossToAVxlanDeviceOfTheKernel() throws Exception {
        try (NetworkNamespace far = NetworkNamespace.create()) {
            Underlay cable = Underlay.join(node.namespace(), far, "192.0.2");
            LearningSwitch learning = start(SwitchSettings.plain().over(overlay(node, cable)));
            try (Host peer = KernelPeer.create(far, VNI, cable.far(), cable.near(), address(3))) {
                assertCrossing(cable, peer);
                assertThat(learning.stations())
                        .containsEntry(
                                station(peer),
                                Way.tunnel(node.port("vxlan_sys_4789").number(), cable.far()));
            }
        }
    }

    @Test
    void pingsCrossToASecondDatapath() throws Exception {
        try (SwitchNode other = SwitchNode.create("sw2")) {
            Underlay cable = Underlay.join(node.namespace(), other.namespace(), "192.0.2");
            Host peer = other.addHost("to-c", address(3));
            start(SwitchSettings.plain().over(overlay(node, cable)));
            LearningSwitch far = other.start(
                    SwitchSettings.plain().over(overlay(other, cable)).telling(new Recorder()), loop);
            assertCrossing(cable, peer);
            assertThat(far.stations().get(station(a)).isTunnel()).isTrue();
            assertThat(other.ovs().flows().list(other.datapath())).isNotEmpty();
        }
    }

    private void assertCrossing(Underlay cable, Host peer) throws IOException {
        try (PacketCapture capture = PacketCapture.open(node.namespace())) {
            assertPings(a, peer);
            assertPings(peer, a);
            assertPings(peer, b);
            List<VxlanPacket> packets = capture.takeVxlan(4789);
            IpAddress here = IpAddress.of(a.address());
            IpAddress there = IpAddress.of(peer.address());

            VxlanPacket request = only(packets, packet -> packet.asksForEcho(here, there));
            assertThat(request.source()).isEqualTo(cable.near());
            assertThat(request.destination()).isEqualTo(cable.far());
            assertThat(request.vni()).isEqualTo(VNI);
            assertThat(request.udpPort()).isEqualTo(4789);
            assertThat(request.timeToLive()).isEqualTo(64);
            assertThat(request.dontFragment()).isTrue();
            assertThat(request.innerSource()).isEqualTo(station(a).address());
            assertThat(request.innerDestination()).isEqualTo(station(peer).address());

            VxlanPacket answer = only(packets, packet -> packet.answersEcho(there, here));
            assertThat(answer.source()).isEqualTo(cable.far());
            assertThat(answer.vni()).isEqualTo(VNI);
            assertThat(answer.innerDestination()).isEqualTo(station(a).address());
        }
        assertThat(failures).isEmpty();
    }

    private static VxlanPacket only(List<VxlanPacket> packets, Predicate<VxlanPacket> which) {
        return packets.stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not captured, but only " + packets));
    }

    @Test
    void bulkCrossesTheTunnelWhole() throws Exception {
        try (NetworkNamespace far = NetworkNamespace.create()) {
            Underlay cable = Underlay.join(node.namespace(), far, "192.0.2");
            LearningSwitch learning = start(SwitchSettings.plain().over(overlay(node, cable)));
            try (Host peer = KernelPeer.create(far, VNI, cable.far(), cable.near(), address(3))) {
                byte[] sent = new byte[1 << 20];
                new Random(4711).nextBytes(sent);
                try (ServerSocket server = peer.namespace().call(() -> new ServerSocket(0, 1, peer.address()));
                        Socket client =
                                a.namespace().call(() -> new Socket(server.getInetAddress(), server.getLocalPort()));
                        Socket accepted = server.accept()) {
                    CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(client, sent));
                    assertThat(accepted.getInputStream().readNBytes(sent.length))
                            .isEqualTo(sent);
                    sending.get(LONG_SECONDS, TimeUnit.SECONDS);
                }
                assertThat(learning.counters().misses()).isLessThan(200);
                assertThat(failures).isEmpty();
            }
        }
    }

    private static void send(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aTunnelDeviceThatIsDeletedTakesThePeerAlongAndNothingElse() throws Exception {
        try (NetworkNamespace far = NetworkNamespace.create()) {
            Underlay cable = Underlay.join(node.namespace(), far, "192.0.2");
            LearningSwitch learning = start(SwitchSettings.plain().over(overlay(node, cable)));
            try (Host peer = KernelPeer.create(far, VNI, cable.far(), cable.near(), address(3))) {
                assertPings(a, peer);
                Station gone = station(peer);
                new IpCommand(node.namespace()).run("link", "delete", "dev", "vxlan_sys_4789");
                awaitEvent("forgotten " + gone);
                assertThat(learning.stations()).doesNotContainKey(gone);
                assertPings(a, b);
            }
        }
    }
}
