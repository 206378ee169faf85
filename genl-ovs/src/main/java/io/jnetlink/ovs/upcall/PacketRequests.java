package io.jnetlink.ovs.upcall;

import io.jnetlink.client.Request;
import io.jnetlink.ovs.packet.OvsPacket;
import io.jnetlink.ovs.packet.PacketAttrs;
import io.jnetlink.ovs.packet.PacketMessage;
import io.jnetlink.ovs.packet.PacketMessageView;

/**
 * Requests about packets, worded as Open vSwitch words them ({@code lib/dpif-netlink.c}), for clients and pipelines.
 *
 * <p>Immutable: the class has no state.
 */
public final class PacketRequests {

    private PacketRequests() {}

    /**
     * {@code OVS_PACKET_CMD_EXECUTE}: lets a datapath act upon a packet.
     *
     * @param datapath index of the datapath
     */
    public static Request<PacketMessage, PacketMessageView> execute(int datapath, Execution execution) {
        PacketMessage message = PacketMessage.builder()
                .header(h -> h.dpIfindex(datapath))
                .attributes(attributes -> fill(attributes, execution))
                .build();
        return Request.of(OvsPacket.EXECUTE, message);
    }

    private static void fill(PacketAttrs.Builder attributes, Execution execution) {
        attributes.packet(execution.packetBytes()).key(execution.key()).actions(execution.actions());
        if (execution.isProbing()) {
            attributes.probe(true);
        }
        execution.mru().ifPresent(attributes::mru);
        execution.hash().ifPresent(attributes::hash);
        execution.upcallPid().ifPresent(attributes::upcallPid);
    }
}
