package io.jnetlink.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.SocketLoop;
import io.jnetlink.client.netty.EpollSocketLoop;
import io.jnetlink.lab.RequiresOpenVSwitch;
import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.ovs.port.DeviceOutcome;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole switch: hosts ping each other through it. */
@RequiresOpenVSwitch
@InNetworkNamespace(limitSeconds = 300)
class LearningSwitchKernelTest {

    private static final int VNI = 4711;
    private static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LONG_SECONDS = 60;

    private final IoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final SocketLoop loop = EpollSocketLoop.of(group);
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();

    private SwitchNode node;
    private Host a;
    private Host b;

    @BeforeEach
    void build() throws IOException {
        node = SwitchNode.create("sw1");
        a = node.addHost("to-a", address(1));
        b = node.addInternalHost("to-b", address(2));
    }

    @AfterEach
    void takeDown() throws InterruptedException {
        node.close();
        assertThat(group.shutdownGracefully(0, LONG_SECONDS, TimeUnit.SECONDS).await(LONG_SECONDS, TimeUnit.SECONDS))
                .isTrue();
    }

    private static InetAddress address(int last) throws UnknownHostException {
        return address(0, last);
    }

    private static InetAddress address(int subnet, int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {10, 9, (byte) subnet, (byte) last});
    }

    /** Keeps what it is told. */
    private class Recorder implements SwitchListener {

        @Override
        public void learned(Station station, Way way) {
            events.add("learned " + station + " at " + way);
        }

        @Override
        public void moved(Station station, Way way) {
            events.add("moved " + station + " to " + way);
        }

        @Override
        public void forgotten(Station station) {
            events.add("forgotten " + station);
        }

        @Override
        public void failed(Throwable failure) {
            failures.add(failure);
        }
    }

    private LearningSwitch start(SwitchSettings settings) {
        return node.start(settings.telling(new Recorder()), loop);
    }

    private static void assertPings(Host from, Host to) throws IOException {
        assertThat(from.pingUntilAnswered(to, ATTEMPTS, PATIENCE))
                .as("answer for %s from %s", from.address(), to.address())
                .isPositive();
    }

    private void awaitEvent(String expected) throws InterruptedException {
        String event;
        do {
            event = events.poll(LONG_SECONDS, TimeUnit.SECONDS);
            assertThat(event).as("something that is \"%s\"", expected).isNotNull();
        } while (!event.equals(expected));
    }

    /** Looks again whenever something was told, and once a second. */
    private void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONG_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            events.poll(1, TimeUnit.SECONDS);
        }
    }

    private static Station station(Host host) {
        String line = new NamespaceShell(host.namespace()).run("ip", "-o", "link", "show", "dev", host.device());
        String address = line.substring(line.indexOf("link/ether ") + "link/ether ".length())
                .split(" ")[0];
        return new Station(Station.UNTAGGED, HardwareAddress.parse(address));
    }

    private Overlay overlay(SwitchNode end, Underlay cable) {
        int tunnel = end.addTunnelPort().port().number();
        return end == node
                ? new Overlay(tunnel, VNI, cable.near(), List.of(cable.far()))
                : new Overlay(tunnel, VNI, cable.far(), List.of(cable.near()));
    }

    @Test
    void pingsCrossAndTheKernelForwardsAlone() throws Exception {
        try (LearningSwitch learning = start(SwitchSettings.plain())) {
            assertPings(a, b);
            assertPings(b, a);
            assertThat(learning.stations())
                    .containsEntry(station(a), Way.local(node.port("to-a").number()))
                    .containsEntry(station(b), Way.local(node.port("to-b").number()));
            long hits = node.ovs().datapaths().get("sw1").stats().nHit();
            for (int i = 0; i < 5; i++) {
                assertPings(a, b);
            }
            assertThat(node.ovs().datapaths().get("sw1").stats().nHit()).isGreaterThanOrEqualTo(hits + 10);
            assertThat(node.ovs().flows().list(node.datapath()))
                    .filteredOn(flow -> flow.packets() >= 5)
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(failures).isEmpty();
        }
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
    void taggedFramesHaveStationsAndFlowsOfTheirOwn() throws Exception {
        try (LearningSwitch learning = start(SwitchSettings.plain())) {
            Host taggedA = tagged(a, address(1, 1));
            Host taggedB = tagged(b, address(1, 2));
            assertPings(taggedA, taggedB);
            assertPings(taggedB, taggedA);
            assertPings(a, b);
            assertThat(failures).isEmpty();
            Station inVlan = new Station(7, station(a).address());
            assertThat(learning.stations()).containsKeys(inVlan, station(a));
            assertThat(node.ovs().flows().list(node.datapath()))
                    .filteredOn(flow -> flow.key().hasVlan() && flow.packets() > 0)
                    .isNotEmpty();
        }
    }

    private static Host tagged(Host host, InetAddress address) throws IOException {
        new IpCommand(host.namespace())
                .run("link", "add", "link", host.device(), "name", "vlan7", "type", "vlan", "id", "7");
        return Host.configure(host.namespace(), "vlan7", address);
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

    @Test
    void aListenerThatThrowsStopsNothing() throws Exception {
        SwitchListener grumbler = new Recorder() {
            @Override
            public void learned(Station station, Way way) {
                throw new IllegalStateException("no " + station);
            }
        };
        try (LearningSwitch learning = node.start(SwitchSettings.plain().telling(grumbler), loop)) {
            assertPings(a, b);
            assertPings(b, a);
            assertThat(failures).extracting(Throwable::getMessage).contains("no " + station(a), "no " + station(b));
            assertThat(learning.counters().failures()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aStationThatMovesIsFoundAtItsNewPort() throws Exception {
        try (LearningSwitch learning = start(SwitchSettings.plain())) {
            assertPings(a, b);
            assertPings(b, a);
            Station moving = station(a);
            new IpCommand(a.namespace()).run("link", "set", "dev", a.device(), "down");
            Host again = node.addHost("to-d", address(4));
            IpCommand ip = new IpCommand(again.namespace());
            ip.run("link", "set", "dev", "eth0", "address", moving.address().toString());
            assertPings(again, b);
            awaitEvent("moved " + moving + " to port " + node.port("to-d").number());
            assertPings(b, again);
            assertThat(learning.stations())
                    .containsEntry(moving, Way.local(node.port("to-d").number()));
            long before = node.port("to-a").number();
            assertThat(node.ovs().flows().list(node.datapath()))
                    .noneMatch(flow -> flow.key().inPort() == before);
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void whatIsBehindADeletedPortIsForgotten() throws Exception {
        try (LearningSwitch learning = start(SwitchSettings.plain())) {
            assertPings(a, b);
            Station gone = station(b);
            long number = node.port("to-b").number();
            node.ovs().ports().delete(node.datapath(), "to-b");
            awaitEvent("forgotten " + gone);
            assertThat(learning.stations()).doesNotContainKey(gone);
            await(() -> node.ovs().flows().list(node.datapath()).stream()
                    .noneMatch(flow -> flow.key().inPort() == number
                            || flow.actions().inOrder().stream()
                                    .anyMatch(action -> action.hasOutput() && action.output() == number)));
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void theSilentAreForgottenWithTheirFlows() throws Exception {
        try (LearningSwitch learning = start(SwitchSettings.plain().ageing(Duration.ofMillis(800)))) {
            assertPings(a, b);
            Station silent = station(a);
            new IpCommand(a.namespace()).run("link", "set", "dev", a.device(), "down");
            new IpCommand(b.namespace()).run("link", "set", "dev", b.device(), "down");
            awaitEvent("forgotten " + silent);
            await(() -> learning.stations().isEmpty()
                    && node.ovs().flows().list(node.datapath()).isEmpty());
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void aClosedSwitchLeavesThePortsAndNothingElse() throws Exception {
        LearningSwitch learning = start(SwitchSettings.plain());
        assertPings(a, b);
        assertThat(node.ovs().flows().list(node.datapath())).isNotEmpty();
        learning.close();
        learning.close();
        assertThat(node.ovs().flows().list(node.datapath())).isEmpty();
        assertThat(node.ovs().datapaths().get("sw1").perCpuPids()).allMatch(pid -> pid == 0);
        assertThat(node.ovs().ports().list(node.datapath()))
                .extracting(OvsPort::name)
                .containsExactlyInAnyOrder("sw1", "to-a", "to-b");
        assertThat(a.ping(b, Duration.ofSeconds(1))).isFalse();
    }

    @Test
    void aClosedNodeLeavesNeitherDatapathNorTunnelDevice() {
        assertThat(node.addTunnelPort().device()).isEqualTo(DeviceOutcome.CREATED);
        start(SwitchSettings.plain());
        try (NetworkNamespace same =
                        NetworkNamespace.ofPath(Path.of(node.namespace().path().toString()));
                OpenVSwitch ovs = OpenVSwitch.open(same)) {
            node.close();
            assertThat(ovs.datapaths().list()).isEmpty();
            assertThat(ovs.ports().tunnelDevices().find("vxlan_sys_4789")).isEmpty();
        }
    }

    @Test
    void aDatapathThatIsDeletedUnderTheSwitchIsNoReasonToHang() throws Exception {
        LearningSwitch learning = start(SwitchSettings.plain().ageing(Duration.ofMillis(400)));
        assertPings(a, b);
        node.ovs().datapaths().delete("sw1");
        assertThat(failures.poll(LONG_SECONDS, TimeUnit.SECONDS)).hasMessage("there is no datapath sw1");
        learning.close();
        assertThat(node.ovs().datapaths().list()).isEmpty();
    }
}
