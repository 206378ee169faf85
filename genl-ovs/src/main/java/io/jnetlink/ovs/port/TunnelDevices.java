package io.jnetlink.ovs.port;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.AlreadyExistsException;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.Request;
import io.jnetlink.client.UnsupportedException;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.route.RtNetlink;
import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.MessageFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the devices behind tunnel ports, through rtnetlink and in the steps of Open vSwitch: create and raise, read back and
 * compare; where a device of the name is there, use it if it fits, else replace it.
 *
 * <p>Thread-safe.
 */
public final class TunnelDevices {

    private static final String DELETED = "another device of this name was there and is deleted now";

    private final NetlinkClient client;
    private final UdpPortHolders holders;

    /**
     * @param route where the devices are
     * @param holders tells who has a UDP port
     */
    public TunnelDevices(RtNetlink route, UdpPortHolders holders) {
        this.client = route.client();
        this.holders = holders;
    }

    /**
     * Makes sure that there is a device, that it is as described, and that it is up.
     *
     * @return the device, and whether it was there
     * @throws OvsException if its UDP port is in use, its name belongs to a device that has a master, the kernel has no such
     *     devices or ignores an option; nothing is left behind
     */
    public EnsuredDevice ensure(TunnelDevice device) {
        try {
            return create(device, DeviceOutcome.CREATED);
        } catch (AlreadyExistsException e) {
            LinkMessage present = find(device).orElseThrow(() -> holders.exclusiveUse(device, e));
            List<String> differences = new TunnelCheck(device).differences(present);
            return differences.isEmpty() ? reuse(device, present) : replace(device, present, differences);
        }
    }

    /**
     * Deletes a device.
     *
     * @return whether it was there
     */
    public boolean delete(String name) {
        try {
            client.acknowledge(Request.of(
                    RtLink.DELLINK,
                    LinkMessage.builder().attributes(a -> a.ifname(name)).build()));
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /**
     * Deletes a device that was made for something that failed then. What goes wrong meanwhile is added to the failure.
     *
     * @param failure why
     */
    public void deleteAfter(RuntimeException failure, String name) {
        try {
            delete(name);
        } catch (NetlinkException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Reads a device.
     *
     * @return the device, or empty if there is none of the name
     */
    public Optional<LinkMessage> find(String name) {
        return read(LinkMessage.builder().attributes(a -> a.ifname(name)).build());
    }

    /** Reads the device of an interface index, or nothing if there is none. */
    public Optional<LinkMessage> find(int index) {
        return read(LinkMessage.builder().header(h -> h.ifiIndex(index)).build());
    }

    private Optional<LinkMessage> find(TunnelDevice device) {
        return read(new TunnelRecipe(device).naming());
    }

    private Optional<LinkMessage> read(LinkMessage question) {
        try {
            return Optional.of(client.answer(Request.of(RtLink.GETLINK, question)));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private EnsuredDevice create(TunnelDevice device, DeviceOutcome outcome) {
        TunnelRecipe recipe = new TunnelRecipe(device);
        try {
            client.acknowledge(
                    Request.of(RtLink.NEWLINK, recipe.creation()).withFlags(MessageFlags.CREATE | MessageFlags.EXCL));
        } catch (AlreadyExistsException e) {
            throw e;
        } catch (KernelRejectedException e) {
            throw explained(device, e);
        }
        try {
            List<String> warnings = recipe.needsMtuStep() ? setMtu(device, recipe) : List.of();
            return new EnsuredDevice(readBack(device), outcome, warnings);
        } catch (RuntimeException e) {
            deleteAfter(e, device.name());
            throw e;
        }
    }

    private LinkMessage readBack(TunnelDevice device) {
        LinkMessage made = find(device)
                .orElseThrow(() -> new OvsException(
                        OvsFault.DEVICE_MISSING, device.name() + " was made, but somebody deleted it at once"));
        List<String> ignored = new TunnelCheck(device).differences(made);
        if (!ignored.isEmpty()) {
            throw new OvsException(
                    OvsFault.OPTION_IGNORED,
                    device.name() + ": the running kernel ignored an option: " + String.join(", ", ignored)
                            + "; the device was deleted again");
        }
        return made;
    }

    private List<String> setMtu(TunnelDevice device, TunnelRecipe recipe) {
        List<String> warnings = new ArrayList<>();
        for (int mtu : new int[] {TunnelRecipe.LARGE_MTU, TunnelRecipe.SMALL_MTU}) {
            try {
                client.acknowledge(Request.of(RtLink.SETLINK, recipe.mtu(mtu)));
                return warnings;
            } catch (KernelRejectedException e) {
                warnings.add(device.name() + ": the kernel refused an MTU of " + mtu + ": " + e.getMessage());
            }
        }
        return warnings;
    }

    private EnsuredDevice reuse(TunnelDevice device, LinkMessage present) {
        if (present.header().ifiFlags().contains(DeviceFlags.UP)) {
            return new EnsuredDevice(present, DeviceOutcome.REUSED, List.of());
        }
        try {
            client.acknowledge(Request.of(RtLink.SETLINK, new TunnelRecipe(device).raising()));
        } catch (KernelRejectedException e) {
            throw explained(device, e);
        }
        return new EnsuredDevice(find(device).orElse(present), DeviceOutcome.REUSED, List.of());
    }

    private EnsuredDevice replace(TunnelDevice device, LinkMessage present, List<String> differences) {
        if (present.attributes().hasMaster() && present.attributes().master() != 0) {
            throw new OvsException(
                    OvsFault.DEVICE_TAKEN,
                    "there is another device named " + device.name() + " (" + String.join(", ", differences)
                            + "), and it cannot be replaced, since it belongs to "
                            + nameOf((int) present.attributes().master()));
        }
        delete(device.name());
        try {
            return create(device, DeviceOutcome.RECREATED);
        } catch (AlreadyExistsException e) {
            throw find(device).isPresent()
                    ? new OvsException(
                            OvsFault.NAME_TAKEN,
                            "somebody else makes a device named " + device.name() + " at the same time",
                            e)
                    : holders.exclusiveUse(device, e).withNote(DELETED);
        } catch (OvsException e) {
            throw e.withNote(DELETED);
        }
    }

    private String nameOf(int index) {
        return find(index).map(link -> link.attributes().ifname()).orElse("interface " + index);
    }

    private RuntimeException explained(TunnelDevice device, KernelRejectedException e) {
        if (e.errno().number() == Errno.EADDRINUSE) {
            return holders.inUse(device, e);
        }
        if (e instanceof UnsupportedException) {
            return new OvsException(
                    OvsFault.KIND_UNSUPPORTED,
                    device.name() + ": the running kernel cannot make devices of kind "
                            + device.kind().deviceKind() + " (" + e.errno() + ")",
                    e);
        }
        return e;
    }
}
