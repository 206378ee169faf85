package io.jnetlink.ovs.generated;

import io.jnetlink.ovs.packet.OvsPacket;
import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedBodyProperties;

/** What the body of every operation of {@code ovs_packet} must do. */
class PacketBodyProperties extends GeneratedBodyProperties {

    PacketBodyProperties() {
        super(NetlinkArbitraries.ofSpec(OvsFamilies.spec("ovs_packet")), OvsPacket.class);
    }
}
