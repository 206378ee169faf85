package io.jnetlink.ovs;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.Request;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.port.PortSpec;
import io.jnetlink.ovs.port.TunnelDevices;
import io.jnetlink.ovs.port.UdpPortHolders;
import io.jnetlink.ovs.port.VportRequests;
import io.jnetlink.ovs.vport.VportMessage;
import io.jnetlink.ovs.vport.VportMessageView;
import io.jnetlink.ovs.vport.VportType;
import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.sys.Errno;
import java.util.List;
import java.util.Optional;

/**
 * Tells what the kernel means when it refuses a new port. It never says so itself, and its error numbers stand for several
 * things, so this looks around.
 *
 * <p>Thread-safe. What goes wrong while looking is left out.
 */
final class PortFaults {

    private static final String INTERNAL_KIND = "openvswitch";

    private final NetlinkClient client;
    private final TunnelDevices devices;
    private final UdpPortHolders holders;

    PortFaults(NetlinkClient client, TunnelDevices devices, UdpPortHolders holders) {
        this.client = client;
        this.devices = devices;
        this.holders = holders;
    }

    /**
     * What a refusal means.
     *
     * @param request what was refused
     * @return a fault in words, or the refusal if there is no better word for it
     */
    RuntimeException explain(
            Datapath datapath,
            PortSpec spec,
            Request<VportMessage, VportMessageView> request,
            KernelRejectedException refusal) {
        VportType type = request.body().attributes().type();
        boolean device = type.equals(VportType.NETDEV);
        return switch (refusal.errno().number()) {
            case Errno.EADDRINUSE ->
                spec.tunnel()
                        .<RuntimeException>map(tunnel -> holders.inUse(tunnel, refusal))
                        .orElse(refusal);
            case Errno.EBUSY -> busy(datapath, spec, refusal);
            case Errno.EEXIST -> device ? taken(spec, refusal) : exists(spec, refusal);
            case Errno.ENODEV -> nothingThere(datapath, spec, device, refusal);
            case Errno.EFBIG ->
                new OvsException(
                        OvsFault.NUMBERS_EXHAUSTED,
                        "datapath " + datapath.name() + " has no free port number for " + spec.name(),
                        refusal);
            case Errno.EAFNOSUPPORT ->
                new OvsException(
                        OvsFault.KIND_UNSUPPORTED,
                        "the running kernel has no ports of type " + type + ", or its module is not loaded ("
                                + refusal.errno() + ")",
                        refusal);
            case Errno.EINVAL ->
                tooManySockets(spec.name(), spec.upcallPids(), refusal)
                        .orElseGet(() -> device ? unsuitable(spec, refusal) : refusal);
            default -> refusal;
        };
    }

    /** The fault that a port would have more sockets for upcalls than the kernel takes. */
    Optional<RuntimeException> tooManySockets(String port, List<Long> portIds, KernelRejectedException refusal) {
        return portIds.size() < 2 || refusal.errno().number() != Errno.EINVAL
                ? Optional.empty()
                : Optional.of(new OvsException(
                        OvsFault.TOO_MANY_SOCKETS,
                        "the kernel refuses " + portIds.size() + " sockets for upcalls of port " + port
                                + ": newer kernels take at most one for each processor",
                        refusal));
    }

    private RuntimeException busy(Datapath datapath, PortSpec spec, KernelRejectedException refusal) {
        if (spec.number().isPresent()) {
            int number = spec.number().getAsInt();
            Optional<OvsPort> holder = port(VportRequests.get(datapath.index(), number));
            if (holder.isPresent()) {
                return new OvsException(
                        OvsFault.NUMBER_TAKEN,
                        "port number " + number + " of datapath " + datapath.name() + " is taken by "
                                + holder.get().name(),
                        refusal);
            }
        }
        return taken(spec, refusal);
    }

    private OvsException taken(PortSpec spec, KernelRejectedException refusal) {
        String by = port(VportRequests.locate(spec.name()))
                .map(port -> ": it is port " + port.number() + " of datapath " + nameOf(port.datapathIndex()))
                .or(() -> link(spec.name())
                        .filter(link -> link.attributes().hasMaster())
                        .map(link -> ": it belongs to "
                                + nameOf((int) link.attributes().master())))
                .orElse("");
        return new OvsException(OvsFault.DEVICE_TAKEN, spec.name() + " is in use already" + by, refusal);
    }

    private OvsException exists(PortSpec spec, KernelRejectedException refusal) {
        boolean sameName = link(spec.name()).isPresent();
        if (spec.tunnel().isPresent() && !sameName) {
            return holders.exclusiveUse(spec.tunnel().get(), refusal);
        }
        return new OvsException(OvsFault.NAME_TAKEN, "there is a device named " + spec.name() + " already", refusal);
    }

    private OvsException nothingThere(
            Datapath datapath, PortSpec spec, boolean device, KernelRejectedException refusal) {
        if (device && link(spec.name()).isEmpty()) {
            return new OvsException(OvsFault.DEVICE_MISSING, "there is no device named " + spec.name(), refusal);
        }
        return new OvsException(OvsFault.DATAPATH_MISSING, "there is no datapath " + datapath.name(), refusal);
    }

    private OvsException unsuitable(PortSpec spec, KernelRejectedException refusal) {
        String why = link(spec.name()).map(PortFaults::whyUnsuitable).orElse("");
        return new OvsException(
                OvsFault.DEVICE_UNSUITABLE, spec.name() + " cannot be a port of a datapath" + why, refusal);
    }

    private static String whyUnsuitable(LinkMessage link) {
        if (link.header().ifiFlags().contains(DeviceFlags.LOOPBACK)) {
            return ": it is the loopback device";
        }
        boolean internal = link.attributes().hasLinkinfo()
                && link.attributes().linkinfo().hasKind()
                && link.attributes().linkinfo().kind().equals(INTERNAL_KIND);
        return internal
                ? ": it is an internal device of a datapath"
                : ": it is neither Ethernet nor without link-layer header, but of type "
                        + link.header().ifiType();
    }

    private Optional<OvsPort> port(Request<VportMessage, VportMessageView> request) {
        try {
            return Optional.of(new OvsPort(client.answer(request)));
        } catch (NetlinkException e) {
            return Optional.empty();
        }
    }

    private Optional<LinkMessage> link(String name) {
        try {
            return devices.find(name);
        } catch (NetlinkException e) {
            return Optional.empty();
        }
    }

    private String nameOf(int index) {
        try {
            return devices.find(index).map(link -> link.attributes().ifname()).orElse("interface " + index);
        } catch (NetlinkException e) {
            return "interface " + index;
        }
    }
}
