package io.jnetlink.ovs;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.sys.Errno;

/** Tells what the kernel means when it refuses something about flows, meters or packets. It has no words for it itself. */
final class FlowFaults {

    private FlowFaults() {}

    /** What a refusal means; the refusal itself if there is no better word. */
    static RuntimeException explain(Datapath datapath, KernelRejectedException refusal) {
        return switch (refusal.errno().number()) {
            case Errno.ENODEV -> missingDatapath(datapath, refusal);
            case Errno.EEXIST ->
                new OvsException(
                        OvsFault.FLOW_EXISTS,
                        "datapath " + datapath.name() + " has the flow already, or one for some of the same packets",
                        refusal);
            case Errno.ENOENT ->
                new OvsException(OvsFault.FLOW_MISSING, "datapath " + datapath.name() + " has no such flow", refusal);
            default -> refusal;
        };
    }

    static OvsException missingDatapath(Datapath datapath, KernelRejectedException refusal) {
        return new OvsException(OvsFault.DATAPATH_MISSING, "there is no datapath " + datapath.name(), refusal);
    }
}
