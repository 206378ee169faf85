package io.jnetlink.ovs.generated;

import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedSetProperties;

/** What every generated attribute set of {@code ovs_packet} must do. */
class PacketSetProperties extends GeneratedSetProperties {

    PacketSetProperties() {
        super(NetlinkArbitraries.ofSpec(OvsFamilies.spec("ovs_packet")), "io.jnetlink.ovs.packet");
    }
}
