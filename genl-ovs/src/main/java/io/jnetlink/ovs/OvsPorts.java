package io.jnetlink.ovs;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.Request;
import io.jnetlink.client.UnsupportedException;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.ovs.port.AddedPort;
import io.jnetlink.ovs.port.CompatUse;
import io.jnetlink.ovs.port.DeletedPort;
import io.jnetlink.ovs.port.DeviceOutcome;
import io.jnetlink.ovs.port.EnsuredDevice;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.port.PortEvents;
import io.jnetlink.ovs.port.PortSpec;
import io.jnetlink.ovs.port.TunnelDevice;
import io.jnetlink.ovs.port.TunnelDevices;
import io.jnetlink.ovs.port.UdpPortHolders;
import io.jnetlink.ovs.port.VportRequests;
import io.jnetlink.ovs.vport.OvsVportSchema;
import io.jnetlink.ovs.vport.TunnelAttrs;
import io.jnetlink.ovs.vport.VportMessage;
import io.jnetlink.ovs.vport.VportMessageView;
import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.wire.InvalidFieldException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Ports of datapaths: what {@code ovs-dpctl add-if}, {@code set-if}, {@code del-if} and {@code show} do.
 *
 * <p>Thread-safe. A tunnel's device is made first, through rtnetlink, and deleted again if the port cannot be added. Reading
 * writes nothing.
 */
public final class OvsPorts {

    private static final DumpPolicy LISTING = DumpPolicy.retrying(5);
    private static final String GROUP = "ovs_vport";

    private final NetlinkClient client;
    private final TunnelDevices devices;
    private final UdpPortHolders holders;
    private final PortFaults faults;

    OvsPorts(NetlinkClient client, TunnelDevices devices, UdpPortHolders holders) {
        this.client = client;
        this.devices = devices;
        this.holders = holders;
        this.faults = new PortFaults(client, devices, holders);
    }

    /**
     * {@code ovs-dpctl add-if DP PORT}: adds a port. A tunnel's device is made and raised, or the one that is there is used
     * if it fits, or replaced if it does not and belongs to nobody.
     *
     * @return the port, and how it came to its device
     * @throws OvsException if something stands in the way; nothing new is left behind then
     * @throws io.jnetlink.client.PermissionDeniedException without {@code CAP_NET_ADMIN}
     */
    public AddedPort add(Datapath datapath, PortSpec spec) {
        for (int attempt = 1; ; attempt++) {
            try {
                return addOnce(datapath, spec);
            } catch (OvsException e) {
                boolean again = e.fault() == OvsFault.UDP_PORT_TAKEN
                        && attempt < spec.retry().attempts();
                if (!again || !pause(spec.retry().pause())) {
                    throw e;
                }
            }
        }
    }

    /**
     * The port of a name.
     *
     * @throws OvsException if the datapath has none of it
     */
    public OvsPort get(Datapath datapath, String name) {
        return find(datapath, name).orElseThrow(() -> missing(datapath, name));
    }

    /**
     * The port of a number.
     *
     * @throws OvsException if the datapath has none of it
     */
    public OvsPort get(Datapath datapath, int number) {
        return find(datapath, number).orElseThrow(() -> missing(datapath, "of number " + number));
    }

    /** The port of a name, or empty if the datapath has none of it. */
    public Optional<OvsPort> find(Datapath datapath, String name) {
        // The kernel finds names of other datapaths as well.
        return answered(VportRequests.get(datapath.index(), name))
                .filter(port -> port.datapathIndex() == datapath.index());
    }

    /** The port of a number, or empty if the datapath has none of it. */
    public Optional<OvsPort> find(Datapath datapath, int number) {
        return answered(VportRequests.get(datapath.index(), number));
    }

    /** The port of a name, in whatever datapath of the namespace, or empty. */
    public Optional<OvsPort> locate(String name) {
        return answered(VportRequests.locate(name));
    }

    /**
     * All ports of a datapath, the local one too.
     *
     * @throws OvsException if there is no such datapath, or it goes meanwhile
     */
    public List<OvsPort> list(Datapath datapath) {
        try {
            return client.dump(VportRequests.list(datapath.index()), LISTING).messages().stream()
                    .map(OvsPort::new)
                    .filter(port -> port.datapathIndex() == datapath.index())
                    .toList();
        } catch (NotFoundException e) {
            throw new OvsException(OvsFault.DATAPATH_MISSING, "there is no datapath " + datapath.name(), e);
        }
    }

    /**
     * Sets the sockets for upcalls of a port, where upcalls are dispatched by port. Of several, the kernel reports the first
     * only, unless the datapath has the feature {@code VPORT_PIDS}.
     *
     * @param portIds netlink port ids, at least one; a single 0 for no upcalls
     * @return the port as it is then
     * @throws OvsException if the datapath has no such port, or these are more sockets than the kernel takes
     * @throws InvalidFieldException if there is no number, or one that is no 32-bit number
     */
    public OvsPort setUpcallPids(Datapath datapath, int number, List<Long> portIds) {
        try {
            return required(datapath, number, VportRequests.setUpcallPids(datapath.index(), number, portIds));
        } catch (KernelRejectedException e) {
            throw faults.tooManySockets(Integer.toString(number), portIds, e).orElse(e);
        }
    }

    /**
     * Sets the options of a tunnel that the datapath made by the way of old. No kernel that is known takes any.
     *
     * @return the port as it is then
     * @throws OvsException if the datapath has no such port
     * @throws UnsupportedException if the kind of port has no options that can be set
     */
    public OvsPort setOptions(Datapath datapath, int number, TunnelAttrs options) {
        return required(datapath, number, VportRequests.setOptions(datapath.index(), number, options));
    }

    /**
     * {@code ovs-dpctl del-if DP NAME}: deletes a port, then its device if it is a tunnel's.
     *
     * @return the port as it was
     * @throws OvsException if the datapath has no such port
     * @throws IllegalArgumentException if it is the local port, which goes with its datapath only
     */
    public DeletedPort delete(Datapath datapath, String name) {
        return delete(datapath, get(datapath, name).number());
    }

    /**
     * {@code ovs-dpctl del-if DP NUMBER}: deletes a port, then its device if it is a tunnel's: one that the datapath made, or
     * one whose name begins as those of Open vSwitch's tunnels do.
     *
     * @return the port as it was
     * @throws OvsException if the datapath has no such port
     * @throws IllegalArgumentException if it is the local port, which goes with its datapath only
     */
    public DeletedPort delete(Datapath datapath, int number) {
        Request<VportMessage, VportMessageView> deletion = VportRequests.delete(datapath.index(), number);
        get(datapath, number);
        OvsPort gone = required(datapath, number, deletion);
        return new DeletedPort(gone, gone.isMadeByDatapath() || deleteTunnel(gone));
    }

    /**
     * Deletes all ports but the local one, and the devices of tunnels, before the datapath itself is deleted.
     *
     * @return the ports as they were
     * @throws OvsException if there is no such datapath
     */
    public List<DeletedPort> deleteAll(Datapath datapath) {
        return list(datapath).stream()
                .filter(port -> !port.isLocal())
                .map(port -> delete(datapath, port.number()))
                .toList();
    }

    /**
     * Watches the ports of all datapaths of the namespace, on a socket of its own; close it.
     *
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket
     */
    public PortEvents events() {
        return new PortEvents(client.subscribe(OvsVportSchema.FAMILY, GROUP));
    }

    /** The devices of tunnels, which need no datapath to be made. */
    public TunnelDevices tunnelDevices() {
        return devices;
    }

    private AddedPort addOnce(Datapath datapath, PortSpec spec) {
        if (spec.tunnel().isEmpty()) {
            OvsPort port = newPort(datapath, spec, VportRequests.add(datapath.index(), spec));
            DeviceOutcome device = port.isMadeByDatapath() ? DeviceOutcome.MADE_BY_DATAPATH : DeviceOutcome.FOUND;
            return new AddedPort(port, device, List.of());
        }
        TunnelDevice tunnel = spec.tunnel().get();
        if (spec.compat() == CompatUse.ONLY) {
            return addCompat(datapath, spec, tunnel, List.of());
        }
        EnsuredDevice device;
        try {
            device = devices.ensure(tunnel);
        } catch (OvsException e) {
            if (spec.compat() == CompatUse.NEVER) {
                throw e;
            }
            return fallBack(datapath, spec, tunnel, e);
        }
        return addTunnel(datapath, spec, device);
    }

    private AddedPort addTunnel(Datapath datapath, PortSpec spec, EnsuredDevice device) {
        try {
            OvsPort port = newPort(datapath, spec, VportRequests.add(datapath.index(), spec));
            return new AddedPort(port, device.outcome(), device.warnings());
        } catch (RuntimeException e) {
            if (device.isNew()) {
                devices.deleteAfter(e, spec.name());
            }
            throw e;
        }
    }

    private AddedPort fallBack(Datapath datapath, PortSpec spec, TunnelDevice tunnel, OvsException why) {
        try {
            return addCompat(datapath, spec, tunnel, List.of(why.getMessage()));
        } catch (NetlinkException e) {
            why.addSuppressed(e);
            throw why;
        }
    }

    private AddedPort addCompat(Datapath datapath, PortSpec spec, TunnelDevice tunnel, List<String> warnings) {
        OvsPort port = newPort(datapath, spec, VportRequests.addCompat(datapath.index(), spec));
        try {
            requireUp(tunnel);
        } catch (RuntimeException e) {
            deleteAfter(e, port);
            throw e;
        }
        return new AddedPort(port, DeviceOutcome.MADE_BY_DATAPATH, warnings);
    }

    /** Some kernels add the port although they cannot raise its device. */
    private void requireUp(TunnelDevice tunnel) {
        boolean down = devices.find(tunnel.name())
                .filter(link -> !link.header().ifiFlags().contains(DeviceFlags.UP))
                .isPresent();
        if (down) {
            throw holders.inUse(tunnel);
        }
    }

    private void deleteAfter(RuntimeException failure, OvsPort port) {
        try {
            client.answer(VportRequests.delete(port.datapathIndex(), port.number()));
        } catch (NetlinkException e) {
            failure.addSuppressed(e);
        }
    }

    private OvsPort newPort(Datapath datapath, PortSpec spec, Request<VportMessage, VportMessageView> request) {
        try {
            return new OvsPort(client.answer(request));
        } catch (KernelRejectedException e) {
            throw faults.explain(datapath, spec, request, e);
        }
    }

    private boolean deleteTunnel(OvsPort port) {
        try {
            return port.tunnel().isPresent() && devices.delete(port.name());
        } catch (UnsupportedException e) {
            // Named like a tunnel, but of a kind that cannot be deleted, such as hardware.
            return false;
        }
    }

    private Optional<OvsPort> answered(Request<VportMessage, VportMessageView> request) {
        try {
            return Optional.of(new OvsPort(client.answer(request)));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private OvsPort required(Datapath datapath, int number, Request<VportMessage, VportMessageView> request) {
        return answered(request).orElseThrow(() -> missing(datapath, "of number " + number));
    }

    private static OvsException missing(Datapath datapath, String which) {
        return new OvsException(OvsFault.PORT_MISSING, "datapath " + datapath.name() + " has no port " + which);
    }

    /** Returns false if the thread is interrupted; it stays marked so. */
    private static boolean pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
