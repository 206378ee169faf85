package io.jnetlink.ovs.generated;

import io.jnetlink.ovs.meter.OvsMeter;
import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedBodyProperties;

/** What the body of every operation of {@code ovs_meter} must do. */
class MeterBodyProperties extends GeneratedBodyProperties {

    MeterBodyProperties() {
        super(NetlinkArbitraries.ofSpec(OvsFamilies.spec("ovs_meter")), OvsMeter.class);
    }
}
