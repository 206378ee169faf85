package io.jnetlink.ovs.port;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.route.Links;
import io.jnetlink.route.RtNetlink;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.sys.Errno;
import java.util.Optional;

/**
 * Finds out who has the UDP port that a tunnel wants, as far as it can be told: a tunnel device, or a process.
 *
 * <p>Thread-safe. Looks only when something has gone wrong already.
 */
public final class UdpPortHolders {

    private final Links links;
    private final UdpSocketTable sockets;

    /**
     * @param route where the devices are
     * @param sockets the sockets of the same namespace
     */
    public UdpPortHolders(RtNetlink route, UdpSocketTable sockets) {
        this.links = route.links();
        this.sockets = sockets;
    }

    /** The fault that the kernel means with EADDRINUSE. */
    public OvsException inUse(TunnelDevice device, KernelRejectedException cause) {
        return new OvsException(OvsFault.UDP_PORT_TAKEN, inUseText(device), cause);
    }

    /** The same where the kernel did not say it, but left the device down. */
    public OvsException inUse(TunnelDevice device) {
        return new OvsException(OvsFault.UDP_PORT_TAKEN, inUseText(device), Errno.EADDRINUSE);
    }

    /** The fault that the kernel means with EEXIST, if there is no device of the name. */
    public OvsException exclusiveUse(TunnelDevice device, KernelRejectedException cause) {
        String holder = device.udpPort() == 0
                ? "another " + device.kind().deviceKind() + " device takes its packets"
                : "UDP port " + device.udpPort() + " is taken by "
                        + deviceWith(device).orElse("another device");
        return new OvsException(
                device.udpPort() == 0 ? OvsFault.DEVICE_TAKEN : OvsFault.UDP_PORT_TAKEN,
                device.name() + " cannot be made: " + holder,
                cause);
    }

    private String inUseText(TunnelDevice device) {
        String holder = deviceWith(device)
                .or(() -> sockets.holderOf(device.udpPort()))
                .map(who -> ", by " + who)
                .orElse("");
        return device.name() + ": UDP port " + device.udpPort() + " is in use" + holder;
    }

    private Optional<String> deviceWith(TunnelDevice wanted) {
        try {
            return links.list().stream()
                    .filter(link -> !link.attributes().ifname().equals(wanted.name()))
                    .filter(link -> udpPortOf(link) == wanted.udpPort())
                    .findFirst()
                    .map(link -> "the " + TunnelCheck.kindOf(link) + " device "
                            + link.attributes().ifname());
        } catch (NetlinkException e) {
            // The fault is told all the same.
            return Optional.empty();
        }
    }

    private static int udpPortOf(LinkMessage link) {
        if (!link.attributes().hasLinkinfo()) {
            return 0;
        }
        LinkinfoAttrs info = link.attributes().linkinfo();
        if (info.hasDataVxlan() && info.dataVxlan().hasPort()) {
            return info.dataVxlan().port();
        }
        if (info.hasDataGeneve() && info.dataGeneve().hasPort()) {
            return info.dataGeneve().port();
        }
        return info.hasDataBareudp() && info.dataBareudp().hasPort()
                ? info.dataBareudp().port()
                : 0;
    }
}
