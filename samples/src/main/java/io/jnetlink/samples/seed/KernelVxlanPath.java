package io.jnetlink.samples.seed;

import io.jnetlink.route.RtNetlink;
import io.jnetlink.samples.lab.IpCommand;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.vxlan.VxlanConfig;
import io.jnetlink.vxlan.VxlanLinks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Two network namespaces joined by a veth pair, with a VXLAN device of the kernel at either end.
 *
 * <pre>
 *   sender                                receiver
 *   vxlan0 198.51.100.1  . . . . . . . .  vxlan0 198.51.100.2
 *   under0 192.0.2.1     ───── veth ────  under0 192.0.2.2
 * </pre>
 *
 * <p>Immutable; thread-safe.
 */
public final class KernelVxlanPath implements TunnelPath {

    private static final String UNDERLAY = "under0";
    private static final String DEVICE = "vxlan0";
    private static final String UNDERLAY_SENDER = "192.0.2.1";
    private static final String UNDERLAY_RECEIVER = "192.0.2.2";
    private static final String TUNNEL_SENDER = "198.51.100.1";
    private static final String TUNNEL_RECEIVER = "198.51.100.2";
    private static final String LENGTH = "/24";
    private static final int VNI = 1111;
    private static final int PORT = 4789;

    private final NetworkNamespace sender;
    private final NetworkNamespace receiver;

    private KernelVxlanPath(NetworkNamespace sender, NetworkNamespace receiver) {
        this.sender = sender;
        this.receiver = receiver;
    }

    /**
     * Makes it, in two namespaces of its own.
     *
     * @throws IOException if {@code ip} cannot make what lies around the VXLAN devices
     * @throws io.jnetlink.NetlinkException if the kernel refuses namespaces or VXLAN devices; nothing is left then
     */
    public static KernelVxlanPath create() throws IOException {
        KernelVxlanPath path = new KernelVxlanPath(NetworkNamespace.create(), NetworkNamespace.create());
        try {
            path.build();
            return path;
        } catch (IOException | RuntimeException e) {
            path.close();
            throw e;
        }
    }

    private void build() throws IOException {
        new IpCommand(sender)
                .run(
                        "link",
                        "add",
                        "name",
                        UNDERLAY,
                        "type",
                        "veth",
                        "peer",
                        "name",
                        UNDERLAY,
                        "netns",
                        receiver.path().toString());
        address(sender, UNDERLAY, UNDERLAY_SENDER);
        address(receiver, UNDERLAY, UNDERLAY_RECEIVER);
        tunnel(sender, UNDERLAY_SENDER, UNDERLAY_RECEIVER);
        tunnel(receiver, UNDERLAY_RECEIVER, UNDERLAY_SENDER);
        address(sender, DEVICE, TUNNEL_SENDER);
        address(receiver, DEVICE, TUNNEL_RECEIVER);
    }

    private static void address(NetworkNamespace namespace, String device, String address) throws IOException {
        IpCommand ip = new IpCommand(namespace);
        ip.run("address", "add", address + LENGTH, "dev", device);
        ip.run("link", "set", "dev", device, "up");
    }

    private static void tunnel(NetworkNamespace namespace, String local, String remote) {
        try (RtNetlink route = RtNetlink.open(namespace)) {
            new VxlanLinks(route)
                    .add(VxlanConfig.builder(DEVICE)
                            .vni(VNI)
                            .port(PORT)
                            .local(local)
                            .remote(remote)
                            .device(UNDERLAY)
                            .build());
        }
    }

    @Override
    public String name() {
        return "kernel-vxlan";
    }

    @Override
    public NetworkNamespace sender() {
        return sender;
    }

    @Override
    public NetworkNamespace receiver() {
        return receiver;
    }

    @Override
    public InetAddress target() {
        try {
            return InetAddress.getByName(TUNNEL_RECEIVER);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address in digits needs no look-up", e);
        }
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
    }
}
