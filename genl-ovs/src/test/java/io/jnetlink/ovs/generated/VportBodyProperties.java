package io.jnetlink.ovs.generated;

import io.jnetlink.ovs.vport.OvsVport;
import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedBodyProperties;

/** What the body of every operation of {@code ovs_vport} must do. */
class VportBodyProperties extends GeneratedBodyProperties {

    VportBodyProperties() {
        super(NetlinkArbitraries.ofSpec(OvsFamilies.spec("ovs_vport")), OvsVport.class);
    }
}
