package io.jnetlink.ovs.generated;

import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedSetProperties;

/** What every generated attribute set of {@code ovs_vport} must do. */
class VportSetProperties extends GeneratedSetProperties {

    VportSetProperties() {
        super(NetlinkArbitraries.ofSpec(OvsFamilies.spec("ovs_vport")), "io.jnetlink.ovs.vport");
    }
}
