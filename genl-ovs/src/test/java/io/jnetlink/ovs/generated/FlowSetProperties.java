package io.jnetlink.ovs.generated;

import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedSetProperties;

/** What every generated attribute set of {@code ovs_flow} must do. */
class FlowSetProperties extends GeneratedSetProperties {

    FlowSetProperties() {
        super(NetlinkArbitraries.ofSpec(OvsFamilies.spec("ovs_flow")), "io.jnetlink.ovs.flow");
    }
}
