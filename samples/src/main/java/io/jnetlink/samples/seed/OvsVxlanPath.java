package io.jnetlink.samples.seed;

import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.rule.Actions;
import io.jnetlink.ovs.rule.Flow;
import io.jnetlink.ovs.rule.FlowSpec;
import io.jnetlink.ovs.rule.Match;
import io.jnetlink.ovs.text.FlowText;
import io.jnetlink.ovs.text.PortNames;
import io.jnetlink.samples.lab.Host;
import io.jnetlink.samples.lab.SwitchNode;
import io.jnetlink.samples.lab.Underlay;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.wire.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Two network namespaces joined by a veth pair, with an Open vSwitch datapath at either end, whose VXLAN ports are joined by two
 * flows each; no daemon.
 *
 * <pre>
 *   sender                                      receiver
 *   ovs0 198.51.100.1                           ovs0 198.51.100.2
 *     flows                                       flows
 *   vxlan_sys_4789   . . . . . . . . . . . .    vxlan_sys_4789
 *   under0 192.0.2.1       ───── veth ────      under0 192.0.2.2
 * </pre>
 *
 * <p>Not thread-safe.
 */
public final class OvsVxlanPath implements TunnelPath {

    private static final String DATAPATH = "ovs0";
    private static final int VNI = 1111;

    private final SwitchNode sender;
    private final SwitchNode receiver;

    private OvsVxlanPath(SwitchNode sender, SwitchNode receiver) {
        this.sender = sender;
        this.receiver = receiver;
    }

    /**
     * Makes it, in two namespaces of its own.
     *
     * @throws IOException if {@code ip} cannot make what lies around the datapaths
     * @throws io.jnetlink.NetlinkException if the kernel has no Open vSwitch, or refuses something; nothing is left then
     */
    public static OvsVxlanPath create() throws IOException {
        SwitchNode sender = SwitchNode.create(DATAPATH);
        try {
            SwitchNode receiver = SwitchNode.create(DATAPATH);
            OvsVxlanPath path = new OvsVxlanPath(sender, receiver);
            try {
                path.build();
                return path;
            } catch (IOException | RuntimeException e) {
                receiver.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            sender.close();
            throw e;
        }
    }

    private void build() throws IOException {
        Underlay cable = Underlay.join(sender.namespace(), receiver.namespace(), "192.0.2");
        end(sender, cable.near(), cable.far(), address(1));
        end(receiver, cable.far(), cable.near(), address(2));
    }

    private static void end(SwitchNode node, IpAddress local, IpAddress remote, InetAddress address)
            throws IOException {
        long tunnel = node.addTunnelPort().port().number();
        Actions out = Actions.first()
                .setTunnel(t -> t.id(VNI).src(local).dst(remote).dontFragment())
                .output(tunnel);
        node.ovs().flows().create(node.datapath(), FlowSpec.of(Match.inPort(OvsPort.LOCAL), out));
        Match in = Match.inPort(tunnel).tunnel(t -> t.id(VNI).src(remote).dst(local));
        node.ovs().flows().create(node.datapath(), FlowSpec.of(in, Actions.toPort(OvsPort.LOCAL)));
        Host.configure(node.namespace(), DATAPATH, address);
    }

    @Override
    public String name() {
        return "ovs-vxlan";
    }

    @Override
    public NetworkNamespace sender() {
        return sender.namespace();
    }

    @Override
    public NetworkNamespace receiver() {
        return receiver.namespace();
    }

    @Override
    public InetAddress target() {
        return address(2);
    }

    @Override
    public List<FlowCount> flows() {
        List<FlowCount> counts = new ArrayList<>(counts("sender", sender));
        counts.addAll(counts("receiver", receiver));
        return counts;
    }

    private static List<FlowCount> counts(String side, SwitchNode node) {
        FlowText text = FlowText.brief()
                .withNames(PortNames.of(node.ovs().ports().list(node.datapath()).stream()
                        .collect(Collectors.toMap(port -> (long) port.number(), OvsPort::name))));
        return node.ovs().flows().list(node.datapath()).stream()
                .map(flow -> new FlowCount(side, text(text, flow), flow.packets()))
                .toList();
    }

    private static String text(FlowText text, Flow flow) {
        return text.match(flow.key(), flow.mask()) + ", actions:" + text.actions(flow.actions());
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) 198, 51, 100, (byte) last});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    @Override
    public void close() {
        try {
            sender.close();
        } finally {
            receiver.close();
        }
    }
}
