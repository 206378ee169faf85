package io.jnetlink.ovs.generated;

import io.jnetlink.ovs.datapath.OvsDatapath;
import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedBodyProperties;

/** What the body of every operation of {@code ovs_datapath} must do. */
class DatapathBodyProperties extends GeneratedBodyProperties {

    DatapathBodyProperties() {
        super(NetlinkArbitraries.ofSpec(OvsFamilies.spec("ovs_datapath")), OvsDatapath.class);
    }
}
