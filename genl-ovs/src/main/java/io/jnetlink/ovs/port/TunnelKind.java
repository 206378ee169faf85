package io.jnetlink.ovs.port;

import io.jnetlink.ovs.vport.VportType;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of tunnels that a datapath can have as ports. One device of a kind, and of a UDP port where the kind has one, serves
 * all tunnels: keys and addresses come with each packet.
 *
 * <p>Immutable.
 */
public enum TunnelKind {
    /** VXLAN: {@code vxlan_sys_4789}. */
    VXLAN("vxlan", "vxlan_sys", true, VportType.VXLAN),
    /** Geneve: {@code genev_sys_6081}. */
    GENEVE("geneve", "genev_sys", true, VportType.GENEVE),
    /** Ethernet frames in GRE over IPv4: {@code gre_sys}. */
    GRE("gretap", "gre_sys", false, VportType.GRE),
    /** IP packets in GRE over IPv4: {@code gre_sys} too. */
    GRE_L3("gre", "gre_sys", false, null),
    /** Ethernet frames in GRE over IPv6: {@code ip6gre_sys}. */
    IP6GRE("ip6gretap", "ip6gre_sys", false, null),
    /** ERSPAN over IPv4: {@code erspan_sys}. */
    ERSPAN("erspan", "erspan_sys", false, null),
    /** ERSPAN over IPv6: {@code ip6erspan_sys}. */
    IP6ERSPAN("ip6erspan", "ip6erspan_sys", false, null),
    /** IP or MPLS straight in UDP: {@code udp_sys_6635}. */
    BAREUDP("bareudp", "udp_sys", true, null);

    private final String deviceKind;
    private final String nameBase;
    private final boolean udp;
    private final @Nullable VportType compat;

    TunnelKind(String deviceKind, String nameBase, boolean udp, @Nullable VportType compat) {
        this.deviceKind = deviceKind;
        this.nameBase = nameBase;
        this.udp = udp;
        this.compat = compat;
    }

    /** The kind of device, as {@code ip link add … type} has it. */
    public String deviceKind() {
        return deviceKind;
    }

    /** Whether tunnels of the kind have a UDP port. */
    public boolean hasUdpPort() {
        return udp;
    }

    /**
     * The name that Open vSwitch gives the device.
     *
     * @param udpPort 0 where the kind has none
     */
    public String deviceName(int udpPort) {
        return udp ? nameBase + "_" + udpPort : nameBase;
    }

    /** The type of port whose device the datapath makes itself, of old; empty where there never was one. */
    public Optional<VportType> compatType() {
        return Optional.ofNullable(compat);
    }

    /**
     * The kind that a device's name tells, by its beginning, as Open vSwitch finds its tunnels again. {@link #GRE} stands for
     * {@link #GRE_L3} as well.
     */
    public static Optional<TunnelKind> ofDeviceName(String name) {
        return Arrays.stream(values())
                .filter(kind -> name.startsWith(kind.nameBase))
                .findFirst();
    }
}
