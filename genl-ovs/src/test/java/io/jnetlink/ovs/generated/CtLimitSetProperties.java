package io.jnetlink.ovs.generated;

import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedSetProperties;

/** What every generated attribute set of {@code ovs_ct_limit} must do. */
class CtLimitSetProperties extends GeneratedSetProperties {

    CtLimitSetProperties() {
        super(NetlinkArbitraries.ofSpec(OvsFamilies.spec("ovs_ct_limit")), "io.jnetlink.ovs.ctlimit");
    }
}
