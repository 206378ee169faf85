package io.jnetlink.samples.lab;

import io.jnetlink.client.SocketLoop;
import io.jnetlink.ovs.port.AddedPort;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.wire.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the demo plays.
 *
 * <pre>
 *   host a 10.9.0.1 ──┐                                           (kernel peer)  vxlan0 10.9.0.3
 *                     ├── sw1 ── vxlan_sys_4789 · · · 192.0.2.0/24 · · ·
 *   host b 10.9.0.2 ──┘                                           (second datapath)  sw2 ── host c 10.9.0.3
 * </pre>
 *
 * <p>Not thread-safe.
 */
final class SwitchScene {

    private static final int ATTEMPTS = 4;

    private final SocketLoop loop;
    private final int vni;
    private final Duration patience;
    private final Consumer<String> out;
    private boolean good = true;

    SwitchScene(SocketLoop loop, int vni, Duration patience, Consumer<String> out) {
        this.loop = loop;
        this.vni = vni;
        this.patience = patience;
        this.out = out;
    }

    boolean playWithKernelPeer() throws IOException {
        out.accept("== sw1, hosts a and b, and a peer with a VXLAN device of the kernel");
        TunnelSteps steps = steps();
        try (SwitchNode node = SwitchNode.create("sw1", steps);
                NetworkNamespace far = NetworkNamespace.create()) {
            Underlay cable = Underlay.join(node.namespace(), far, "192.0.2");
            try (Host peer = KernelPeer.create(far, vni, cable.far(), cable.near(), address(3))) {
                play(node, steps, cable, peer);
            }
        }
        return good;
    }

    boolean playWithDatapathPeer() throws IOException {
        out.accept("== sw1, hosts a and b, and a second datapath sw2 with host c");
        TunnelSteps steps = steps();
        try (SwitchNode node = SwitchNode.create("sw1", steps);
                SwitchNode other = SwitchNode.create("sw2")) {
            Underlay cable = Underlay.join(node.namespace(), other.namespace(), "192.0.2");
            Host peer = other.addHost("to-c", address(3));
            OvsPort tunnel = other.addTunnelPort().port();
            Overlay back = new Overlay(tunnel.number(), vni, cable.far(), List.of(cable.near()));
            other.start(SwitchSettings.plain().over(back).telling(new Narrator("sw2")), loop);
            play(node, steps, cable, peer);
        }
        return good;
    }

    private TunnelSteps steps() {
        return new TunnelSteps(text -> out.accept("> " + text.replace("\n", "\n  ")));
    }

    private void play(SwitchNode node, TunnelSteps steps, Underlay cable, Host peer) throws IOException {
        Host a = node.addHost("to-a", address(1));
        Host b = node.addInternalHost("to-b", address(2));
        out.accept("-- the tunnel port: RTM_NEWLINK makes and raises the device, OVS_VPORT_CMD_NEW attaches it");
        steps.begin(node.ovs().generic().family("ovs_vport").id());
        AddedPort tunnel = node.addTunnelPort();
        steps.end();
        out.accept("port " + tunnel.port().number() + " is " + tunnel.port().name() + ", device " + tunnel.device());
        Overlay overlay = new Overlay(tunnel.port().number(), vni, cable.near(), List.of(cable.far()));
        LearningSwitch learning =
                node.start(SwitchSettings.plain().over(overlay).telling(new Narrator("sw1")), loop);
        out.accept("-- pings");
        ping("a", a, "b", b);
        ping("b", b, "a", a);
        try (PacketCapture capture = PacketCapture.open(node.namespace())) {
            ping("a", a, "peer", peer);
            ping("peer", peer, "a", a);
            ping("peer", peer, "b", b);
            check(capture.takeVxlan(SwitchNode.VXLAN_PORT), cable, a, peer);
        }
        report(node, learning);
    }

    private void ping(String from, Host source, String to, Host destination) throws IOException {
        int attempt = source.pingUntilAnswered(destination, ATTEMPTS, patience);
        good &= attempt > 0;
        out.accept(from + " pings " + to + ": "
                + (attempt > 0 ? "answer to request " + attempt : "no answer to " + ATTEMPTS + " requests"));
    }

    private void check(List<VxlanPacket> packets, Underlay cable, Host a, Host peer) {
        out.accept("-- on the cable: " + packets.size() + " packets to UDP port " + SwitchNode.VXLAN_PORT);
        IpAddress here = IpAddress.of(a.address());
        IpAddress there = IpAddress.of(peer.address());
        good &= show(packets, p -> p.source().equals(cable.near()) && p.asksForEcho(here, there), "request of a");
        good &= show(packets, p -> p.source().equals(cable.far()) && p.answersEcho(there, here), "answer of peer");
    }

    private boolean show(List<VxlanPacket> packets, Predicate<VxlanPacket> which, String name) {
        List<VxlanPacket> found = packets.stream()
                .filter(packet -> packet.vni() == vni)
                .filter(which)
                .limit(1)
                .toList();
        out.accept(name + ": " + (found.isEmpty() ? "MISSING" : found.get(0).toString()));
        return !found.isEmpty();
    }

    private void report(SwitchNode node, LearningSwitch learning) {
        out.accept("-- what sw1 knows");
        learning.stations().forEach((station, way) -> out.accept(station + " is at " + way));
        out.accept(learning.counters().toString());
        out.accept("-- flows in the kernel");
        new FlowLines(node).lines().forEach(out);
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 9, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** Says what a switch learns. */
    private final class Narrator implements SwitchListener {

        private final String name;

        Narrator(String name) {
            this.name = name;
        }

        @Override
        public void learned(Station station, Way way) {
            out.accept(name + " learns that " + station + " is at " + way);
        }

        @Override
        public void moved(Station station, Way way) {
            out.accept(name + " learns that " + station + " is now at " + way);
        }

        @Override
        public void failed(Throwable failure) {
            out.accept(name + " fails: " + failure);
        }
    }
}
