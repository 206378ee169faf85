package io.jnetlink.ovs.port;

import io.jnetlink.route.InterfaceName;
import io.jnetlink.route.LinkSettings;
import io.jnetlink.wire.InvalidFieldException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tunnel device as a datapath needs it: it takes key and addresses from each packet's metadata, and its name tells Open
 * vSwitch what it is.
 *
 * <p>Immutable.
 */
public final class TunnelDevice {

    private final TunnelKind kind;
    private final String name;
    private final int udpPort;
    private final boolean gbp;
    private final boolean gpe;
    private final @Nullable BareudpPayload payload;

    private TunnelDevice(
            TunnelKind kind, String name, int udpPort, boolean gbp, boolean gpe, @Nullable BareudpPayload payload) {
        this.kind = kind;
        this.name = name;
        this.udpPort = udpPort;
        this.gbp = gbp;
        this.gpe = gpe;
        this.payload = payload;
    }

    /**
     * A VXLAN device.
     *
     * @param udpPort 1..65535; 4789 by its standard
     * @throws InvalidFieldException if the port is out of range
     */
    public static TunnelDevice vxlan(int udpPort) {
        return udp(TunnelKind.VXLAN, udpPort, null);
    }

    /**
     * A Geneve device.
     *
     * @param udpPort 1..65535; 6081 by its standard
     * @throws InvalidFieldException if the port is out of range
     */
    public static TunnelDevice geneve(int udpPort) {
        return udp(TunnelKind.GENEVE, udpPort, null);
    }

    /**
     * A bareudp device.
     *
     * @param udpPort 1..65535; 6635 for MPLS by its standard
     * @throws InvalidFieldException if the port is out of range
     */
    public static TunnelDevice bareudp(int udpPort, BareudpPayload payload) {
        return udp(TunnelKind.BAREUDP, udpPort, payload);
    }

    /**
     * A device of a kind without UDP port: GRE and ERSPAN.
     *
     * @throws IllegalArgumentException if the kind has a UDP port
     */
    public static TunnelDevice of(TunnelKind kind) {
        if (kind.hasUdpPort()) {
            throw new IllegalArgumentException(kind + " needs a UDP port");
        }
        return new TunnelDevice(kind, kind.deviceName(0), 0, false, false, null);
    }

    private static TunnelDevice udp(TunnelKind kind, int udpPort, @Nullable BareudpPayload payload) {
        if (udpPort < 1 || udpPort > 0xffff) {
            throw new InvalidFieldException("UDP port", udpPort, "must be 1..65535");
        }
        return new TunnelDevice(kind, kind.deviceName(udpPort), udpPort, false, false, payload);
    }

    /**
     * The same with the group-based policy extension of VXLAN.
     *
     * @throws IllegalArgumentException if it is no VXLAN device, or has the generic protocol extension
     */
    public TunnelDevice withGbp() {
        requireVxlan("gbp");
        if (gpe) {
            throw new IllegalArgumentException("gbp and gpe exclude each other");
        }
        return new TunnelDevice(kind, name, udpPort, true, false, payload);
    }

    /**
     * The same with the generic protocol extension of VXLAN.
     *
     * @throws IllegalArgumentException if it is no VXLAN device, or has the group-based policy extension
     */
    public TunnelDevice withGpe() {
        requireVxlan("gpe");
        if (gbp) {
            throw new IllegalArgumentException("gbp and gpe exclude each other");
        }
        return new TunnelDevice(kind, name, udpPort, false, true, payload);
    }

    /**
     * The same under another name. Open vSwitch knows its tunnels by the beginning of the usual name, and so does this library
     * when it deletes a port: with another name, the device outlives its port.
     *
     * @throws InvalidFieldException if the kernel would refuse the name, or take it as a template
     */
    public TunnelDevice named(String other) {
        String valid = LinkSettings.builder(other).build().name().value();
        return new TunnelDevice(kind, valid, udpPort, gbp, gpe, payload);
    }

    /** The kind. */
    public TunnelKind kind() {
        return kind;
    }

    /** The name; at most {@value InterfaceName#MAX_BYTES} bytes. */
    public String name() {
        return name;
    }

    /** The UDP port; 0 where the kind has none. */
    public int udpPort() {
        return udpPort;
    }

    /** Whether it has the group-based policy extension. */
    public boolean hasGbp() {
        return gbp;
    }

    /** Whether it has the generic protocol extension. */
    public boolean hasGpe() {
        return gpe;
    }

    /** What it carries, with bareudp only. */
    public Optional<BareudpPayload> payload() {
        return Optional.ofNullable(payload);
    }

    private void requireVxlan(String extension) {
        if (kind != TunnelKind.VXLAN) {
            throw new IllegalArgumentException(extension + " is an extension of VXLAN, not of " + kind);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TunnelDevice that
                && kind == that.kind
                && name.equals(that.name)
                && udpPort == that.udpPort
                && gbp == that.gbp
                && gpe == that.gpe
                && Objects.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name, udpPort, gbp, gpe, payload);
    }

    @Override
    public String toString() {
        return name + " (" + kind.deviceKind() + (udpPort == 0 ? "" : ", UDP port " + udpPort) + (gbp ? ", gbp" : "")
                + (gpe ? ", gpe" : "") + ")";
    }
}
