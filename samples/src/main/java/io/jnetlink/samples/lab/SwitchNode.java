package io.jnetlink.samples.lab;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.MessageObserver;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.SocketLoop;
import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.ovs.port.AddedPort;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.port.PortSpec;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A machine of the lab that has hosts inside: a network namespace with a datapath, whose ports lead into the hosts' namespaces.
 *
 * <p>Not thread-safe.
 */
public final class SwitchNode implements AutoCloseable {

    /** The UDP port of VXLAN. */
    public static final int VXLAN_PORT = 4789;

    private static final String TUNNEL = "vxlan_sys_" + VXLAN_PORT;

    private final NetworkNamespace namespace;
    private final OpenVSwitch ovs;
    private final Datapath datapath;
    private final List<Host> hosts = new ArrayList<>();
    private @Nullable LearningSwitch running;
    private boolean closed;

    private SwitchNode(NetworkNamespace namespace, OpenVSwitch ovs, Datapath datapath) {
        this.namespace = namespace;
        this.ovs = ovs;
        this.datapath = datapath;
    }

    /**
     * Makes one with a datapath, in a namespace of its own.
     *
     * @param datapath the name of the datapath
     * @throws NetlinkException if the kernel has no Open vSwitch, or permits no namespaces
     */
    public static SwitchNode create(String datapath) {
        return create(datapath, MessageObserver.NONE);
    }

    /** Makes one whose messages from and to the kernel are seen. */
    public static SwitchNode create(String datapath, MessageObserver observer) {
        NetworkNamespace namespace = NetworkNamespace.create();
        try {
            OpenVSwitch ovs = OpenVSwitch.open(NetlinkConfig.builder(SocketOptions.generic())
                    .namespace(namespace)
                    .observer(observer)
                    .build());
            try {
                return new SwitchNode(namespace, ovs, ovs.datapaths().create(datapath));
            } catch (RuntimeException e) {
                ovs.close();
                throw e;
            }
        } catch (RuntimeException e) {
            namespace.close();
            throw e;
        }
    }

    /** Where the datapath is. */
    public NetworkNamespace namespace() {
        return namespace;
    }

    /** The datapaths of the namespace. */
    public OpenVSwitch ovs() {
        return ovs;
    }

    /** The datapath. */
    public Datapath datapath() {
        return datapath;
    }

    /** Adds a host at the other end of a veth pair, one end of which is a port. */
    public Host addHost(String port, InetAddress address) throws IOException {
        NetworkNamespace inside = NetworkNamespace.create();
        try {
            IpCommand ip = new IpCommand(namespace);
            ip.run(
                    "link",
                    "add",
                    port,
                    "type",
                    "veth",
                    "peer",
                    "name",
                    "eth0",
                    "netns",
                    inside.path().toString());
            ip.run("link", "set", "dev", port, "up");
            ovs.ports().add(datapath, PortSpec.device(port));
            return keep(Host.configure(inside, "eth0", address));
        } catch (IOException | RuntimeException e) {
            inside.close();
            throw e;
        }
    }

    /** Adds a host whose device is a port that the datapath made itself. */
    public Host addInternalHost(String port, InetAddress address) throws IOException {
        NetworkNamespace inside = NetworkNamespace.create();
        try {
            ovs.ports().add(datapath, PortSpec.internal(port));
            new IpCommand(namespace)
                    .run("link", "set", "dev", port, "netns", inside.path().toString());
            return keep(Host.configure(inside, port, address));
        } catch (IOException | RuntimeException e) {
            inside.close();
            throw e;
        }
    }

    /** Adds the port that all tunnels share. */
    public AddedPort addTunnelPort() {
        return ovs.ports().add(datapath, PortSpec.vxlan(VXLAN_PORT));
    }

    /** Makes the datapath a switch, until this is closed. */
    public LearningSwitch start(SwitchSettings settings, SocketLoop loop) {
        LearningSwitch started = LearningSwitch.start(ovs, datapath, settings, loop);
        running = started;
        return started;
    }

    /** The port of a name. */
    public OvsPort port(String name) {
        return ovs.ports().get(datapath, name);
    }

    private Host keep(Host host) {
        hosts.add(host);
        return host;
    }

    /** Takes everything down. Closing twice does nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (running != null) {
                running.close();
            }
            // A namespace may live on for a while; what is in it should not. The device of a tunnel outlives the
            // datapath.
            Optional<Datapath> present = ovs.datapaths().find(datapath.name());
            present.ifPresent(ovs.ports()::deleteAll);
            present.ifPresent(ovs.datapaths()::delete);
            ovs.ports()
                    .tunnelDevices()
                    .find(TUNNEL)
                    .ifPresent(link -> ovs.ports().tunnelDevices().delete(TUNNEL));
        } finally {
            ovs.close();
            hosts.forEach(Host::close);
            namespace.close();
        }
    }
}
