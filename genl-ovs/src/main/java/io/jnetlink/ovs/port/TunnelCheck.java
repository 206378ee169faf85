package io.jnetlink.ovs.port;

import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.route.link.LinkinfoBareudpAttrs;
import io.jnetlink.route.link.LinkinfoGeneveAttrs;
import io.jnetlink.route.link.LinkinfoVxlanAttrs;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a device that the kernel reports with the {@link TunnelDevice} that it should be. What does not matter to the
 * datapath is not looked at: the MTU, and the group-based policy extension where nobody asked for it.
 *
 * <p>Immutable.
 */
final class TunnelCheck {

    private final TunnelDevice device;

    TunnelCheck(TunnelDevice device) {
        this.device = device;
    }

    /** In what the device differs, each in words such as "its UDP port is 4790"; empty if it fits. */
    List<String> differences(LinkMessage link) {
        String kind = kindOf(link);
        if (!kind.equals(device.kind().deviceKind())) {
            return List.of("it is " + (kind.isEmpty() ? "no tunnel" : "a " + kind + " device"));
        }
        LinkinfoAttrs info = link.attributes().linkinfo();
        List<String> found = new ArrayList<>();
        switch (device.kind()) {
            case VXLAN -> {
                if (note(found, !info.hasDataVxlan(), "it tells no options")) {
                    compare(info.dataVxlan(), found);
                }
            }
            case GENEVE -> {
                if (note(found, !info.hasDataGeneve(), "it tells no options")) {
                    compare(info.dataGeneve(), found);
                }
            }
            case BAREUDP -> {
                if (note(found, !info.hasDataBareudp(), "it tells no options")) {
                    compare(info.dataBareudp(), found);
                }
            }
            case GRE ->
                noteMetadata(found, info.hasDataGretap() && info.dataGretap().collectMetadata());
            case GRE_L3 ->
                noteMetadata(found, info.hasDataGre() && info.dataGre().collectMetadata());
            case IP6GRE ->
                noteMetadata(
                        found, info.hasDataIp6gretap() && info.dataIp6gretap().collectMetadata());
            case ERSPAN ->
                noteMetadata(found, info.hasDataErspan() && info.dataErspan().collectMetadata());
            case IP6ERSPAN ->
                noteMetadata(
                        found, info.hasDataIp6erspan() && info.dataIp6erspan().collectMetadata());
        }
        return found;
    }

    /** The kind of a device; empty if it has none, as hardware has not. */
    static String kindOf(LinkMessage link) {
        return link.attributes().hasLinkinfo() && link.attributes().linkinfo().hasKind()
                ? link.attributes().linkinfo().kind()
                : "";
    }

    private void compare(LinkinfoVxlanAttrs vxlan, List<String> found) {
        noteMetadata(found, vxlan.hasCollectMetadata() && vxlan.collectMetadata() != 0);
        note(found, vxlan.hasLearning() && vxlan.learning() != 0, "it learns addresses");
        noteChecksum(found, vxlan.hasUdpZeroCsum6Rx() && vxlan.udpZeroCsum6Rx() != 0);
        notePort(found, vxlan.hasPort() ? vxlan.port() : 0);
        note(found, device.hasGbp() && !vxlan.gbp(), "it lacks gbp");
        note(found, device.hasGpe() && !vxlan.gpe(), "it lacks gpe");
        // Unlike gbp, which is told by a bit of the packet, gpe changes what the bytes behind the header are.
        note(found, !device.hasGpe() && vxlan.gpe(), "it has gpe");
    }

    private void compare(LinkinfoGeneveAttrs geneve, List<String> found) {
        noteMetadata(found, geneve.collectMetadata());
        noteChecksum(found, geneve.hasUdpZeroCsum6Rx() && geneve.udpZeroCsum6Rx() != 0);
        notePort(found, geneve.hasPort() ? geneve.port() : 0);
    }

    private void compare(LinkinfoBareudpAttrs bareudp, List<String> found) {
        BareudpPayload payload = device.payload().orElseThrow();
        int ethertype = bareudp.hasEthertype() ? bareudp.ethertype() : 0;
        note(found, ethertype != payload.ethertype(), String.format("it carries ethertype 0x%04x", ethertype));
        note(
                found,
                payload.multiprotocol() != bareudp.multiprotoMode(),
                payload.multiprotocol() ? "it takes one ethertype only" : "it takes further ethertypes");
        notePort(found, bareudp.hasPort() ? bareudp.port() : 0);
    }

    private static void noteMetadata(List<String> found, boolean on) {
        note(found, !on, "it has a key and addresses of its own (is not external)");
    }

    private static void noteChecksum(List<String> found, boolean on) {
        note(found, !on, "it drops IPv6 packets without UDP checksum");
    }

    private void notePort(List<String> found, int port) {
        note(found, port != device.udpPort(), "its UDP port is " + port);
    }

    /** Whether there was nothing to note. */
    private static boolean note(List<String> found, boolean differs, String what) {
        if (differs) {
            found.add(what);
        }
        return !differs;
    }
}
