package io.jnetlink.ovs.generated;

import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedSetProperties;

/** What every generated attribute set of {@code ovs_datapath} must do. */
class DatapathSetProperties extends GeneratedSetProperties {

    DatapathSetProperties() {
        super(NetlinkArbitraries.ofSpec(OvsFamilies.spec("ovs_datapath")), "io.jnetlink.ovs.datapath");
    }
}
