package io.jnetlink.ovs.generated;

import io.jnetlink.ovs.ctlimit.OvsCtLimit;
import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedBodyProperties;

/** What the body of every operation of {@code ovs_ct_limit} must do. */
class CtLimitBodyProperties extends GeneratedBodyProperties {

    CtLimitBodyProperties() {
        super(NetlinkArbitraries.ofSpec(OvsFamilies.spec("ovs_ct_limit")), OvsCtLimit.class);
    }
}
