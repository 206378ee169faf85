package io.jnetlink.ovs;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.PipelineOptions;
import io.jnetlink.client.RequestResult;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.rule.FlowRequests;
import io.jnetlink.ovs.rule.FlowSpec;
import io.jnetlink.ovs.rule.PutMode;
import io.jnetlink.ovs.upcall.Execution;
import io.jnetlink.ovs.upcall.PacketRequests;
import io.jnetlink.sys.Errno;
import java.util.List;
import java.util.Optional;

/**
 * Packets that go to a datapath, to be acted upon.
 *
 * <p>Thread-safe.
 */
public final class OvsPackets {

    private static final PipelineOptions TOGETHER = PipelineOptions.defaults().acknowledgingLastOnly();

    private final NetlinkClient client;

    OvsPackets(NetlinkClient client) {
        this.client = client;
    }

    /**
     * Lets a datapath act upon a packet.
     *
     * @throws OvsException if there is no such datapath
     * @throws KernelRejectedException if the kernel refuses key or actions, or the actions fail
     */
    public void execute(Datapath datapath, Execution execution) {
        try {
            client.acknowledge(PacketRequests.execute(datapath.index(), execution));
        } catch (NotFoundException e) {
            throw FlowFaults.missingDatapath(datapath, e);
        }
    }

    /**
     * Adds a flow and lets the datapath act upon the packet that it is for, both in one datagram: what to do after a miss.
     * That the flow is there already is no fault: two packets of it may miss before it is added.
     *
     * @return whether the flow is new
     * @throws OvsException if there is no such datapath
     * @throws KernelRejectedException if the kernel refuses the flow or the packet; it has been asked for both in any case
     */
    public boolean createAndExecute(Datapath datapath, FlowSpec flow, Execution execution) {
        List<RequestResult> refused = client.pipeline(
                        List.of(
                                FlowRequests.put(datapath.index(), PutMode.CREATE, flow),
                                PacketRequests.execute(datapath.index(), execution)),
                        TOGETHER)
                .failures();
        boolean created = true;
        for (RequestResult result : refused) {
            Optional<KernelRejectedException> refusal = result.refusal();
            if (result.index() == 0
                    && refusal.isPresent()
                    && refusal.get().errno().number() == Errno.EEXIST) {
                created = false;
            } else {
                throw FlowFaults.explain(datapath, refusal.orElseThrow());
            }
        }
        return created;
    }
}
