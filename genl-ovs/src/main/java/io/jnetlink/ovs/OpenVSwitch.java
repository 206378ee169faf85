package io.jnetlink.ovs;

import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.SocketLoop;
import io.jnetlink.genl.GenericNetlink;
import io.jnetlink.ovs.port.TunnelDevices;
import io.jnetlink.ovs.port.UdpPortHolders;
import io.jnetlink.ovs.port.UdpSocketTable;
import io.jnetlink.ovs.upcall.UpcallHandler;
import io.jnetlink.route.RtNetlink;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Open vSwitch datapaths of one network namespace, by kind of object.
 *
 * <p>Thread-safe. Owns its sockets and closes them. Opening and reading change nothing in the kernel, so it may stand beside
 * a running {@code ovs-vswitchd}.
 *
 * <pre>{@code
 * try (OpenVSwitch ovs = OpenVSwitch.open()) {
 *     Datapath dp0 = ovs.datapaths().create("dp0");
 *     ovs.ports().add(dp0, PortSpec.vxlan(4789));
 * }
 * }</pre>
 */
public final class OpenVSwitch implements AutoCloseable {

    private static final List<String> NEEDED = List.of("ovs_datapath", "ovs_vport", "ovs_flow", "ovs_packet");

    private final NetlinkConfig config;
    private final @Nullable NetworkNamespace namespace;
    private final GenericNetlink generic;
    private final RtNetlink route;
    private final OvsDatapaths datapaths;
    private final OvsPorts ports;
    private final OvsFlows flows;
    private final OvsPackets packets;

    private OpenVSwitch(NetlinkConfig config, @Nullable NetworkNamespace namespace) {
        this.config = config;
        this.namespace = namespace;
        this.generic = GenericNetlink.open(config);
        try {
            NEEDED.forEach(this::require);
            this.route = RtNetlink.open(routeConfig(config));
        } catch (RuntimeException e) {
            generic.close();
            throw e;
        }
        this.datapaths = new OvsDatapaths(generic.client());
        UdpPortHolders holders = new UdpPortHolders(
                route, namespace == null ? UdpSocketTable.ofCallingThread() : UdpSocketTable.of(namespace));
        this.ports = new OvsPorts(generic.client(), new TunnelDevices(route, holders), holders);
        this.flows = new OvsFlows(generic.client());
        this.packets = new OvsPackets(generic.client());
    }

    /**
     * Opens the datapaths of the namespace of the calling thread.
     *
     * @throws OvsUnavailableException if the kernel has no Open vSwitch datapath
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses a socket
     */
    public static OpenVSwitch open() {
        return open(NetlinkConfig.builder(SocketOptions.generic()).build());
    }

    /**
     * Opens the datapaths of a namespace, which may be closed afterwards.
     *
     * @throws OvsUnavailableException if the kernel has no Open vSwitch datapath
     * @throws io.jnetlink.sys.SyscallException if the namespace cannot be entered or the kernel refuses a socket
     */
    public static OpenVSwitch open(NetworkNamespace namespace) {
        return open(NetlinkConfig.builder(SocketOptions.generic())
                .namespace(namespace)
                .build());
    }

    /**
     * Opens it as configured.
     *
     * @param config with {@link SocketOptions#GENERIC} as its protocol. The socket for rtnetlink takes namespace, sizes,
     *     timeout, observer and system calls from it.
     * @throws OvsUnavailableException if the kernel has no Open vSwitch datapath
     * @throws io.jnetlink.sys.SyscallException if the namespace cannot be entered or the kernel refuses a socket
     */
    public static OpenVSwitch open(NetlinkConfig config) {
        if (config.namespace().isEmpty()) {
            return new OpenVSwitch(config, null);
        }
        // Subscriptions and explanations enter it later, when the caller may have closed his.
        NetworkNamespace own = NetworkNamespace.ofPath(config.namespace().get().path());
        try {
            return new OpenVSwitch(config.toBuilder().namespace(own).build(), own);
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
    }

    /** Datapaths themselves. */
    public OvsDatapaths datapaths() {
        return datapaths;
    }

    /** Ports of datapaths. */
    public OvsPorts ports() {
        return ports;
    }

    /** Flows of datapaths. */
    public OvsFlows flows() {
        return flows;
    }

    /** Packets that go to datapaths. */
    public OvsPackets packets() {
        return packets;
    }

    /**
     * Meters of datapaths.
     *
     * @throws OvsUnavailableException if the kernel has none
     */
    public OvsMeters meters() {
        require("ovs_meter");
        return new OvsMeters(generic.client());
    }

    /**
     * Limits of tracked connections.
     *
     * @throws OvsUnavailableException if the kernel has none
     */
    public OvsCtLimits ctLimits() {
        require("ovs_ct_limit");
        return new OvsCtLimits(generic.client());
    }

    /**
     * Begins to read the packets that a datapath hands to user space; close what is returned before this. It takes them away
     * from whoever had them.
     *
     * @param handler is called on the loops
     * @param loops at least one; each watches a socket of its own
     * @throws io.jnetlink.ovs.fault.OvsException if there is no such datapath
     * @throws IllegalArgumentException if there is no loop
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses a socket
     */
    public Upcalls upcalls(Datapath datapath, UpcallHandler handler, SocketLoop... loops) {
        return Upcalls.open(this, datapath, handler, List.of(loops));
    }

    /** Whether the kernel has meters. */
    public boolean hasMeters() {
        return generic.find("ovs_meter").isPresent();
    }

    /** Whether the kernel can limit the connections that it tracks for a zone. */
    public boolean hasCtLimits() {
        return generic.find("ovs_ct_limit").isPresent();
    }

    /** The generic netlink underneath, for requests that have no method here. */
    public GenericNetlink generic() {
        return generic;
    }

    /** The rtnetlink underneath, in the same namespace. */
    public RtNetlink route() {
        return route;
    }

    /** How the generic socket was opened; a namespace in it stays open as long as this. */
    public NetlinkConfig config() {
        return config;
    }

    /** Closes the sockets. Closing twice does nothing. */
    @Override
    public void close() {
        generic.close();
        route.close();
        if (namespace != null) {
            namespace.close();
        }
    }

    private void require(String family) {
        if (generic.find(family).isEmpty()) {
            throw new OvsUnavailableException(family);
        }
    }

    private static NetlinkConfig routeConfig(NetlinkConfig config) {
        SocketOptions socket = SocketOptions.route().toBuilder()
                .receiveBufferBytes(config.socket().receiveBufferBytes())
                .sendBufferBytes(config.socket().sendBufferBytes())
                .datagramCapacity(config.socket().datagramCapacity())
                .build();
        NetlinkConfig.Builder route =
                NetlinkConfig.builder(socket).timeout(config.timeout()).observer(config.observer());
        config.namespace().ifPresent(route::namespace);
        config.syscalls().ifPresent(route::syscalls);
        return route.build();
    }
}
