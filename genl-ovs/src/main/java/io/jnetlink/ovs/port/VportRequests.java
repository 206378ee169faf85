package io.jnetlink.ovs.port;

import io.jnetlink.client.Request;
import io.jnetlink.ovs.vport.OvsVport;
import io.jnetlink.ovs.vport.TunnelAttrs;
import io.jnetlink.ovs.vport.VportAttrs;
import io.jnetlink.ovs.vport.VportMessage;
import io.jnetlink.ovs.vport.VportMessageView;
import io.jnetlink.ovs.vport.VportType;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageFlags;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Requests about ports, worded as Open vSwitch words them ({@code lib/dpif-netlink.c}), for clients and pipelines. All but
 * {@link #list} ask for an echo: the kernel answers with the port.
 *
 * <p>Immutable: the class has no state.
 */
public final class VportRequests {

    private static final long MAX_PID = 0xffff_ffffL;

    private VportRequests() {}

    /**
     * {@code OVS_VPORT_CMD_NEW}: makes a device, which must be there unless it is internal, a port.
     *
     * @param datapath index of the datapath
     */
    public static Request<VportMessage, VportMessageView> add(int datapath, PortSpec spec) {
        return add(datapath, spec, spec.type(), a -> {});
    }

    /**
     * {@code OVS_VPORT_CMD_NEW} by the way of old, in which the datapath makes the device.
     *
     * @param datapath index of the datapath
     * @throws IllegalArgumentException if there never was such a way for the kind of tunnel
     */
    public static Request<VportMessage, VportMessageView> addCompat(int datapath, PortSpec spec) {
        TunnelDevice device = spec.tunnel().orElseThrow(() -> new IllegalArgumentException(spec + " is no tunnel"));
        VportType type = device.kind()
                .compatType()
                .orElseThrow(() -> new IllegalArgumentException("datapaths never made devices such as " + device));
        return add(datapath, spec, type, attributes -> {
            if (device.udpPort() != 0) {
                attributes.options(options(device));
            }
        });
    }

    /**
     * {@code OVS_VPORT_CMD_GET} of a number.
     *
     * @param datapath index of the datapath
     */
    public static Request<VportMessage, VportMessageView> get(int datapath, int number) {
        return echo(Request.of(OvsVport.GET, message(datapath, a -> a.portNo(number))));
    }

    /**
     * {@code OVS_VPORT_CMD_GET} of a name. The kernel looks in all datapaths: compare the index in the answer.
     *
     * @param datapath index of the datapath
     */
    public static Request<VportMessage, VportMessageView> get(int datapath, String name) {
        return echo(Request.of(OvsVport.GET, message(datapath, a -> a.portNo(0).name(name))));
    }

    /** {@code OVS_VPORT_CMD_GET} of a name, in whatever datapath. */
    public static Request<VportMessage, VportMessageView> locate(String name) {
        return echo(Request.of(OvsVport.GET, message(0, a -> a.name(name))));
    }

    /**
     * {@code OVS_VPORT_CMD_GET} of all ports, to be sent as a dump.
     *
     * @param datapath index of the datapath
     */
    public static Request<VportMessage, VportMessageView> list(int datapath) {
        return Request.of(OvsVport.GET, message(datapath, a -> {})).withFlags(MessageFlags.ACK | MessageFlags.ECHO);
    }

    /**
     * {@code OVS_VPORT_CMD_SET} of the sockets for upcalls.
     *
     * @param datapath index of the datapath
     * @param portIds netlink port ids, at least one; a single 0 for no upcalls
     * @throws InvalidFieldException if there is none, or one is no 32-bit number
     */
    public static Request<VportMessage, VportMessageView> setUpcallPids(int datapath, int number, List<Long> portIds) {
        requirePids(portIds);
        return echo(Request.of(
                OvsVport.SET, message(datapath, a -> a.portNo(number).upcallPid(numbers(portIds)))));
    }

    /**
     * {@code OVS_VPORT_CMD_SET} of the options of a tunnel that the datapath made.
     *
     * @param datapath index of the datapath
     */
    public static Request<VportMessage, VportMessageView> setOptions(int datapath, int number, TunnelAttrs options) {
        return echo(
                Request.of(OvsVport.SET, message(datapath, a -> a.portNo(number).options(options))));
    }

    /**
     * {@code OVS_VPORT_CMD_DEL} of a number.
     *
     * @param datapath index of the datapath
     * @throws IllegalArgumentException if it is 0, the number of the local port, which goes with its datapath only
     */
    public static Request<VportMessage, VportMessageView> delete(int datapath, int number) {
        if (number == 0) {
            throw new IllegalArgumentException("port 0 is the local port, which goes with its datapath only");
        }
        return echo(Request.of(OvsVport.DEL, message(datapath, a -> a.portNo(number))));
    }

    static void requirePids(List<Long> portIds) {
        if (portIds.isEmpty()) {
            throw new InvalidFieldException("upcall pids", portIds, "must hold at least one (0 stands for no upcalls)");
        }
        for (long portId : portIds) {
            if (portId < 0 || portId > MAX_PID) {
                throw new InvalidFieldException("upcall pid", portId, "must be 0.." + MAX_PID);
            }
        }
    }

    private static Request<VportMessage, VportMessageView> add(
            int datapath, PortSpec spec, VportType type, Consumer<VportAttrs.Builder> options) {
        return echo(Request.of(OvsVport.NEW, message(datapath, attributes -> {
            OptionalInt number = spec.number();
            if (number.isPresent()) {
                attributes.portNo(number.getAsInt());
            }
            attributes.type(type).name(spec.name()).upcallPid(numbers(spec.upcallPids()));
            options.accept(attributes);
        })));
    }

    private static TunnelAttrs options(TunnelDevice device) {
        TunnelAttrs.Builder options = TunnelAttrs.builder().dstPort(device.udpPort());
        if (device.hasGbp()) {
            options.extension(extension -> extension.gbp(true));
        }
        return options.build();
    }

    private static VportMessage message(int datapath, Consumer<VportAttrs.Builder> fill) {
        return VportMessage.builder()
                .header(h -> h.dpIfindex(datapath))
                .attributes(fill)
                .build();
    }

    private static Request<VportMessage, VportMessageView> echo(Request<VportMessage, VportMessageView> request) {
        return request.withFlags(MessageFlags.ECHO);
    }

    private static long[] numbers(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
