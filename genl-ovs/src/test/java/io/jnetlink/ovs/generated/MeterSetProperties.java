package io.jnetlink.ovs.generated;

import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedSetProperties;

/** What every generated attribute set of {@code ovs_meter} must do. */
class MeterSetProperties extends GeneratedSetProperties {

    MeterSetProperties() {
        super(NetlinkArbitraries.ofSpec(OvsFamilies.spec("ovs_meter")), "io.jnetlink.ovs.meter");
    }
}
