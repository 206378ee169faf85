package io.jnetlink.ovs.generated;

import io.jnetlink.ovs.flow.OvsFlow;
import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedBodyProperties;

/** What the body of every operation of {@code ovs_flow} must do. */
class FlowBodyProperties extends GeneratedBodyProperties {

    FlowBodyProperties() {
        super(NetlinkArbitraries.ofSpec(OvsFamilies.spec("ovs_flow")), OvsFlow.class);
    }
}
