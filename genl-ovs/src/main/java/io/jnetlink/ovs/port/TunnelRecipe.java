package io.jnetlink.ovs.port;

import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.route.link.LinkinfoBareudpAttrs;
import io.jnetlink.route.link.LinkinfoVxlanAttrs;
import io.jnetlink.wire.RawAttribute;
import java.nio.charset.StandardCharsets;

/**
 * The messages that make a {@link TunnelDevice}, attribute for attribute those of Open vSwitch
 * ({@code lib/dpif-netlink-rtnl.c}).
 *
 * <p>Immutable.
 */
final class TunnelRecipe {

    /** Leaves fragmentation to the tunnel: larger than any packet that comes along. */
    static final int LARGE_MTU = 65000;

    /** What GRE devices get where the kernel refuses {@link #LARGE_MTU}. */
    static final int SMALL_MTU = 1450;

    /** The first of the dynamic ports. */
    static final int BAREUDP_LOWEST_SOURCE_PORT = 49153;

    /** {@code IFLA_INFO_KIND}. */
    private static final int INFO_KIND = 1;

    private final TunnelDevice device;

    TunnelRecipe(TunnelDevice device) {
        this.device = device;
    }

    /** Makes and raises the device in one step, so that it is up or not there at all. */
    LinkMessage creation() {
        return LinkMessage.builder()
                .header(h -> h.ifiFlags(DeviceFlags.UP).ifiChange(DeviceFlags.UP.bits()))
                .attributes(a -> a.ifname(device.name()).mtu(LARGE_MTU).linkinfo(this::fill))
                .build();
    }

    /** Whether the kernel ignores the MTU in {@link #creation()}. */
    boolean needsMtuStep() {
        return device.kind() == TunnelKind.GRE
                || device.kind() == TunnelKind.GRE_L3
                || device.kind() == TunnelKind.IP6GRE;
    }

    /** Sets the MTU afterwards. */
    LinkMessage mtu(int bytes) {
        return LinkMessage.builder()
                .attributes(a -> a.ifname(device.name()).mtu(bytes))
                .build();
    }

    /** Raises a device that was there. */
    LinkMessage raising() {
        return LinkMessage.builder()
                .header(h -> h.ifiFlags(DeviceFlags.UP).ifiChange(DeviceFlags.UP.bits()))
                .attributes(a -> a.ifname(device.name()))
                .build();
    }

    /** Names the device, for reading and for deleting it. */
    LinkMessage naming() {
        return LinkMessage.builder().attributes(a -> a.ifname(device.name())).build();
    }

    private void fill(LinkinfoAttrs.Builder info) {
        info.raw(kind());
        switch (device.kind()) {
            case VXLAN -> info.dataVxlan(this::fillVxlan);
            case GENEVE ->
                info.dataGeneve(g -> g.collectMetadata(true).udpZeroCsum6Rx(1).port(device.udpPort()));
            case GRE -> info.dataGretap(g -> g.collectMetadata(true));
            case GRE_L3 -> info.dataGre(g -> g.collectMetadata(true));
            case IP6GRE -> info.dataIp6gretap(g -> g.collectMetadata(true));
            case ERSPAN -> info.dataErspan(g -> g.collectMetadata(true));
            case IP6ERSPAN -> info.dataIp6erspan(g -> g.collectMetadata(true));
            case BAREUDP -> info.dataBareudp(this::fillBareudp);
        }
    }

    /** With the NUL behind it that Open vSwitch sends, and iproute2 does not. */
    private RawAttribute kind() {
        return new RawAttribute(INFO_KIND, (device.kind().deviceKind() + '\0').getBytes(StandardCharsets.US_ASCII));
    }

    private void fillVxlan(LinkinfoVxlanAttrs.Builder vxlan) {
        vxlan.learning(0).collectMetadata(1).udpZeroCsum6Rx(1);
        if (device.hasGbp()) {
            vxlan.gbp(true);
        }
        if (device.hasGpe()) {
            vxlan.gpe(true);
        }
        vxlan.port(device.udpPort());
    }

    private void fillBareudp(LinkinfoBareudpAttrs.Builder bareudp) {
        BareudpPayload payload = device.payload().orElseThrow();
        bareudp.ethertype(payload.ethertype())
                .srcportMin(BAREUDP_LOWEST_SOURCE_PORT)
                .port(device.udpPort());
        if (payload.multiprotocol()) {
            bareudp.multiprotoMode(true);
        }
    }
}
