package io.jnetlink.samples.lab;

import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.flow.TunnelKeyAttrs;
import io.jnetlink.ovs.rule.Match;
import io.jnetlink.wire.IpAddress;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A frame that came in: which way, from whom and to whom.
 *
 * <p>Immutable. Service tags (802.1ad) are not looked at: such frames count as untagged.
 *
 * @param way which way
 * @param source from whom
 * @param destination to whom
 * @param tag the VLAN tag as on the wire, 0 if there is none
 * @param inside ethertype behind the tag, 0 if there is none
 */
record Arrival(Way way, Station source, Station destination, int tag, int inside) {

    private static final int CUSTOMER_TAG = 0x8100;
    private static final int IPV4 = 0x0800;
    private static final int ARP = 0x0806;
    private static final int IPV6 = 0x86dd;
    /** Whose headers the kernel wants to see as well: tags, MPLS, NSH. */
    private static final Set<Integer> INTRICATE = Set.of(CUSTOMER_TAG, 0x88a8, 0x8847, 0x8848, 0x894f);

    private static final int VID = 0x0fff;
    private static final int PRIORITY_SHIFT = 13;

    /** Reads a key; nothing, if there is no Ethernet header, or the switch does not have the tunnel that it came by. */
    static Optional<Arrival> of(KeyAttrs key, @Nullable Overlay overlay) {
        if (!key.hasEthernet() || !key.hasInPort()) {
            return Optional.empty();
        }
        boolean tagged = key.hasVlan() && key.ethertype() == CUSTOMER_TAG;
        int tag = tagged ? key.vlan() : 0;
        int vlan = tagged ? tag & VID : Station.UNTAGGED;
        boolean typed = tagged && key.hasEncap() && key.encap().hasEthertype();
        int inside = typed ? key.encap().ethertype() : 0;
        Station source = new Station(vlan, key.ethernet().src());
        Station destination = new Station(vlan, key.ethernet().dst());
        return way(key, overlay).map(way -> new Arrival(way, source, destination, tag, inside));
    }

    private static Optional<Way> way(KeyAttrs key, @Nullable Overlay overlay) {
        long port = key.inPort();
        if (overlay == null || port != overlay.port()) {
            return Optional.of(Way.local(port));
        }
        if (!key.hasTunnel() || !key.tunnel().hasId() || key.tunnel().id() != overlay.vni()) {
            return Optional.empty();
        }
        return remote(key.tunnel()).filter(overlay.remotes()::contains).map(end -> Way.tunnel(port, end));
    }

    private static Optional<IpAddress> remote(TunnelKeyAttrs tunnel) {
        if (tunnel.hasIpv4Src()) {
            return Optional.of(tunnel.ipv4Src());
        }
        return tunnel.hasIpv6Src() ? Optional.of(tunnel.ipv6Src()) : Optional.empty();
    }

    /**
     * Whether there can be a flow for frames like this. The kernel wants to know what stands behind a tag; a second tag and
     * the like are too rare for the trouble.
     */
    boolean isMatchable() {
        return tag == 0 || inside != 0 && !INTRICATE.contains(inside);
    }

    /** Matches the frames that come the same way from and to the same stations; tagged ones of the same ethertype. */
    Match match(@Nullable Overlay overlay) {
        Match match = Match.inPort(way.port()).eth(source.address(), destination.address());
        if (overlay != null && way.isTunnel()) {
            IpAddress end = way.remote().orElseThrow();
            match = match.tunnel(t -> t.id(overlay.vni()).src(end).dst(overlay.local()));
        }
        return tag == 0 ? match : behindTag(match.vlan(tag & VID, tag >> PRIORITY_SHIFT));
    }

    /** The kernel refuses the ethertype of a protocol that it knows without a header of that, even if nothing in it counts. */
    private Match behindTag(Match tagged) {
        return switch (inside) {
            case IPV4 -> tagged.ipv4(any -> {});
            case IPV6 -> tagged.ipv6(any -> {});
            case ARP -> tagged.arp(any -> {});
            default -> tagged.ethertype(inside);
        };
    }
}
