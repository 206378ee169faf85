package io.jnetlink.ovs.port;

import io.jnetlink.ovs.vport.VportType;
import io.jnetlink.route.LinkSettings;
import io.jnetlink.wire.InvalidFieldException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A port that a datapath shall get.
 *
 * <pre>{@code
 * PortSpec.vxlan(4789).gbp()
 * PortSpec.device("eth4").number(7)
 * PortSpec.internal("mgmt0")
 * }</pre>
 *
 * <p>Immutable: what looks like a setter returns another one.
 */
public final class PortSpec {

    /** Largest number of a port. */
    public static final int MAX_NUMBER = 65534;

    private static final List<Long> NO_UPCALLS = List.of(0L);

    private final String name;
    private final VportType type;
    private final @Nullable TunnelDevice tunnel;
    private final int number;
    private final List<Long> upcallPids;
    private final CompatUse compat;
    private final Retry retry;

    private PortSpec(
            String name,
            VportType type,
            @Nullable TunnelDevice tunnel,
            int number,
            List<Long> upcallPids,
            CompatUse compat,
            Retry retry) {
        this.name = name;
        this.type = type;
        this.tunnel = tunnel;
        this.number = number;
        this.upcallPids = upcallPids;
        this.compat = compat;
        this.retry = retry;
    }

    /**
     * A tunnel, with a device of its own.
     *
     * @param device what the device is to be
     */
    public static PortSpec tunnel(TunnelDevice device) {
        return new PortSpec(device.name(), VportType.NETDEV, device, 0, NO_UPCALLS, CompatUse.NEVER, Retry.ONCE);
    }

    /**
     * A VXLAN tunnel: {@code vxlan_sys_4789}.
     *
     * @param udpPort 1..65535; 4789 by its standard
     * @throws InvalidFieldException if the port is out of range
     */
    public static PortSpec vxlan(int udpPort) {
        return tunnel(TunnelDevice.vxlan(udpPort));
    }

    /**
     * A Geneve tunnel: {@code genev_sys_6081}.
     *
     * @param udpPort 1..65535; 6081 by its standard
     * @throws InvalidFieldException if the port is out of range
     */
    public static PortSpec geneve(int udpPort) {
        return tunnel(TunnelDevice.geneve(udpPort));
    }

    /** Ethernet frames in GRE over IPv4: {@code gre_sys}. */
    public static PortSpec gre() {
        return tunnel(TunnelDevice.of(TunnelKind.GRE));
    }

    /** IP packets in GRE over IPv4, without Ethernet header: {@code gre_sys}. */
    public static PortSpec greL3() {
        return tunnel(TunnelDevice.of(TunnelKind.GRE_L3));
    }

    /** Ethernet frames in GRE over IPv6: {@code ip6gre_sys}. */
    public static PortSpec ip6gre() {
        return tunnel(TunnelDevice.of(TunnelKind.IP6GRE));
    }

    /** ERSPAN over IPv4: {@code erspan_sys}. */
    public static PortSpec erspan() {
        return tunnel(TunnelDevice.of(TunnelKind.ERSPAN));
    }

    /** ERSPAN over IPv6: {@code ip6erspan_sys}. */
    public static PortSpec ip6erspan() {
        return tunnel(TunnelDevice.of(TunnelKind.IP6ERSPAN));
    }

    /**
     * IP or MPLS straight in UDP: {@code udp_sys_6635}.
     *
     * @param udpPort 1..65535; 6635 for MPLS by its standard
     * @throws InvalidFieldException if the port is out of range
     */
    public static PortSpec bareudp(int udpPort, BareudpPayload payload) {
        return tunnel(TunnelDevice.bareudp(udpPort, payload));
    }

    /**
     * A device that is there, of any kind.
     *
     * @throws InvalidFieldException if the kernel would refuse the name
     */
    public static PortSpec device(String name) {
        return plain(name, VportType.NETDEV);
    }

    /**
     * A device that the datapath makes with the port, and that belongs to the host.
     *
     * @throws InvalidFieldException if the kernel would refuse the name
     */
    public static PortSpec internal(String name) {
        return plain(name, VportType.INTERNAL);
    }

    private static PortSpec plain(String name, VportType type) {
        String valid = LinkSettings.builder(name).build().name().value();
        return new PortSpec(valid, type, null, 0, NO_UPCALLS, CompatUse.NEVER, Retry.ONCE);
    }

    /**
     * With the group-based policy extension.
     *
     * @throws IllegalArgumentException if it is no VXLAN tunnel
     */
    public PortSpec gbp() {
        return with(requireTunnel("gbp").withGbp());
    }

    /**
     * With the generic protocol extension.
     *
     * @throws IllegalArgumentException if it is no VXLAN tunnel
     */
    public PortSpec gpe() {
        return with(requireTunnel("gpe").withGpe());
    }

    /**
     * With another name than the usual one; see {@link TunnelDevice#named}.
     *
     * @throws IllegalArgumentException if it is no tunnel
     * @throws InvalidFieldException if the kernel would refuse the name
     */
    public PortSpec named(String other) {
        return with(requireTunnel("another name").named(other));
    }

    /**
     * With a number; without, the kernel takes the first free one from 1.
     *
     * @param value 1..{@value #MAX_NUMBER}; 0 is the local port's
     * @throws InvalidFieldException if it is out of range
     */
    public PortSpec number(int value) {
        if (value < 1 || value > MAX_NUMBER) {
            throw new InvalidFieldException("port number", value, "must be 1.." + MAX_NUMBER);
        }
        return new PortSpec(name, type, tunnel, value, upcallPids, compat, retry);
    }

    /**
     * With sockets for upcalls; without, there are none, as is right where processors and not ports choose the socket.
     *
     * @param portIds netlink port ids, at least one; a single 0 for no upcalls
     * @throws InvalidFieldException if there is none, or one is no 32-bit number
     */
    public PortSpec upcallPids(List<Long> portIds) {
        VportRequests.requirePids(portIds);
        return new PortSpec(name, type, tunnel, number, List.copyOf(portIds), compat, retry);
    }

    /**
     * By the way of old: the datapath makes and raises the device. Kernels are going to drop it.
     *
     * @throws IllegalArgumentException if there never was such a way for the kind, or for gpe
     */
    public PortSpec viaCompatVport() {
        requireCompat();
        return new PortSpec(name, type, tunnel, number, upcallPids, CompatUse.ONLY, retry);
    }

    /**
     * By the way of old if the device cannot be made through rtnetlink.
     *
     * @throws IllegalArgumentException if there never was such a way for the kind, or for gpe
     */
    public PortSpec orViaCompatVport() {
        requireCompat();
        return new PortSpec(name, type, tunnel, number, upcallPids, CompatUse.FALLBACK, retry);
    }

    /**
     * Tries again while the UDP port is in use: the kernel lets go of the one of a deleted device a little later.
     *
     * @param attempts tries in all, at least 1
     * @param pause time between two
     * @throws IllegalArgumentException if there is no try, or the pause is negative
     */
    public PortSpec retrying(int attempts, Duration pause) {
        return new PortSpec(name, type, tunnel, number, upcallPids, compat, new Retry(attempts, pause));
    }

    /** The name of the device. */
    public String name() {
        return name;
    }

    /** What the port is to the datapath: {@link VportType#NETDEV} or {@link VportType#INTERNAL}. */
    public VportType type() {
        return type;
    }

    /** The device of a tunnel. */
    public Optional<TunnelDevice> tunnel() {
        return Optional.ofNullable(tunnel);
    }

    /** The number, if the kernel is not to choose it. */
    public OptionalInt number() {
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The sockets for upcalls. */
    public List<Long> upcallPids() {
        return upcallPids;
    }

    /** Whether the way of old may be taken. */
    public CompatUse compat() {
        return compat;
    }

    /** How often it is tried while the UDP port is in use. */
    public Retry retry() {
        return retry;
    }

    @Override
    public String toString() {
        return tunnel == null ? name + " (" + type + ")" : tunnel.toString();
    }

    private PortSpec with(TunnelDevice device) {
        return new PortSpec(device.name(), type, device, number, upcallPids, compat, retry);
    }

    private TunnelDevice requireTunnel(String what) {
        if (tunnel == null) {
            throw new IllegalArgumentException(what + " is for tunnels, and " + name + " is none");
        }
        return tunnel;
    }

    private void requireCompat() {
        TunnelDevice device = requireTunnel("the way of old");
        if (device.kind().compatType().isEmpty() || device.hasGpe()) {
            throw new IllegalArgumentException("datapaths never made devices such as " + device);
        }
    }
}
