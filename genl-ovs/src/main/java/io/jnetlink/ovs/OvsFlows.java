package io.jnetlink.ovs;

import io.jnetlink.client.DumpInterruptedException;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.DumpVisitor;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.PipelineOptions;
import io.jnetlink.client.PipelineSummary;
import io.jnetlink.client.Request;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.ovs.flow.FlowMessage;
import io.jnetlink.ovs.flow.FlowMessageView;
import io.jnetlink.ovs.rule.Flow;
import io.jnetlink.ovs.rule.FlowId;
import io.jnetlink.ovs.rule.FlowRequests;
import io.jnetlink.ovs.rule.FlowSpec;
import io.jnetlink.ovs.rule.PutMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Flows of datapaths: what {@code ovs-dpctl add-flow}, {@code mod-flow}, {@code del-flow}, {@code get-flow}, {@code
 * del-flows} and {@code dump-flows} do.
 *
 * <p>Thread-safe. The kernel takes a flow as it is: it neither orders flows by priority nor tells that two of them contradict
 * each other, unless it would have to choose.
 *
 * <pre>{@code
 * ovs.flows().create(dp0, FlowSpec.of(Match.inPort(1), Actions.toPort(2)));
 * }</pre>
 */
public final class OvsFlows {

    private static final DumpPolicy LISTING = DumpPolicy.retrying(5);

    private final NetlinkClient client;

    OvsFlows(NetlinkClient client) {
        this.client = client;
    }

    /**
     * {@code ovs-dpctl add-flow}: adds a flow.
     *
     * @throws OvsException if it is there already, or one for some of the same packets; or if there is no such datapath
     * @throws KernelRejectedException if the kernel refuses match or actions
     */
    public void create(Datapath datapath, FlowSpec flow) {
        change(datapath, PutMode.CREATE, flow);
    }

    /**
     * {@code ovs-dpctl mod-flow}: replaces the actions of a flow.
     *
     * @throws OvsException if there is no such flow, or no such datapath
     * @throws KernelRejectedException if the kernel refuses match or actions
     */
    public void modify(Datapath datapath, FlowSpec flow) {
        change(datapath, PutMode.MODIFY, flow);
    }

    /**
     * {@code ovs-dpctl mod-flow --may-create}: adds a flow, or replaces its actions.
     *
     * @throws OvsException if there is no such datapath
     * @throws KernelRejectedException if the kernel refuses match or actions
     */
    public void put(Datapath datapath, FlowSpec flow) {
        change(datapath, PutMode.CREATE_OR_MODIFY, flow);
    }

    /**
     * Puts a flow and tells how it is then, with its statistics: what the tools do with {@code --statistics}.
     *
     * @throws OvsException if a new flow is there already, or one to modify is not; or if there is no such datapath
     * @throws KernelRejectedException if the kernel refuses match or actions
     */
    public Flow replace(Datapath datapath, PutMode mode, FlowSpec flow) {
        return answer(datapath, FlowRequests.reporting(FlowRequests.put(datapath.index(), mode, flow)));
    }

    /**
     * {@code ovs-dpctl del-flow}: deletes a flow.
     *
     * @return the flow as it was, with its statistics
     * @throws OvsException if there is no such flow, or no such datapath
     */
    public Flow delete(Datapath datapath, FlowId flow) {
        return answer(datapath, FlowRequests.reporting(FlowRequests.delete(datapath.index(), flow)));
    }

    /**
     * {@code ovs-dpctl get-flow}: one flow.
     *
     * @throws OvsException if there is no such flow, or no such datapath
     */
    public Flow get(Datapath datapath, FlowId flow) {
        return answer(datapath, FlowRequests.get(datapath.index(), flow));
    }

    /**
     * One flow, or empty if the datapath does not have it.
     *
     * @throws OvsException if there is no such datapath
     */
    public Optional<Flow> find(Datapath datapath, FlowId flow) {
        try {
            return Optional.of(get(datapath, flow));
        } catch (OvsException e) {
            if (e.fault() == OvsFault.FLOW_MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * {@code ovs-dpctl del-flows}: deletes all flows.
     *
     * @throws OvsException if there is no such datapath
     */
    public void flush(Datapath datapath) {
        explained(datapath, () -> client.acknowledge(FlowRequests.flush(datapath.index())));
    }

    /**
     * {@code ovs-dpctl dump-flows}: all flows. One whose actions the kernel left out of the dump, since there are so many, is
     * asked for by itself.
     *
     * @throws OvsException if there is no such datapath
     * @throws DumpInterruptedException if the flows change all the time
     */
    public List<Flow> list(Datapath datapath) {
        List<FlowMessage> flows = explained(datapath, () -> client.dump(FlowRequests.list(datapath.index()), LISTING))
                .messages();
        return flows.stream()
                .map(Flow::new)
                .flatMap(flow -> flow.hasActions() ? Stream.of(flow) : find(datapath, flow.id()).stream())
                .toList();
    }

    /**
     * Identifiers and statistics of all flows, which is much less to read. A flow that was added without identifier comes as a
     * whole.
     *
     * @throws OvsException if there is no such datapath
     * @throws DumpInterruptedException if the flows change all the time
     */
    public List<Flow> listTersely(Datapath datapath) {
        return explained(datapath, () -> client.dump(FlowRequests.listTersely(datapath.index()), LISTING))
                .messages()
                .stream()
                .map(Flow::new)
                .toList();
    }

    /**
     * Shows all flows through one view, so that nothing is allocated for them. Actions are missing where they are too long:
     * see {@link #get}.
     *
     * @param policy what to do if flows change meanwhile
     * @return whether flows changed while the kernel listed what the visitor saw
     * @throws OvsException if there is no such datapath
     * @throws DumpInterruptedException if the policy does not accept what was listed
     */
    public boolean dump(Datapath datapath, DumpPolicy policy, DumpVisitor<? super FlowMessageView> visitor) {
        return explained(datapath, () -> client.dump(FlowRequests.list(datapath.index()), policy, visitor));
    }

    /**
     * Shows identifiers and statistics of all flows through one view.
     *
     * @param policy what to do if flows change meanwhile
     * @return whether flows changed while the kernel listed what the visitor saw
     * @throws OvsException if there is no such datapath
     * @throws DumpInterruptedException if the policy does not accept what was listed
     */
    public boolean dumpTersely(Datapath datapath, DumpPolicy policy, DumpVisitor<? super FlowMessageView> visitor) {
        return explained(datapath, () -> client.dump(FlowRequests.listTersely(datapath.index()), policy, visitor));
    }

    /**
     * Puts many flows, a batch of them in one system call.
     *
     * @param options how; a listener hears of each flow
     * @return how it went; a flow that was refused is among the failures, and stops nothing unless the options say so
     */
    public PipelineSummary putAll(
            Datapath datapath, PutMode mode, Collection<FlowSpec> flows, PipelineOptions options) {
        return client.pipeline(flows.stream().map(flow -> FlowRequests.put(datapath.index(), mode, flow)), options);
    }

    /**
     * Deletes many flows, a batch of them in one system call.
     *
     * @param options how; a listener hears of each flow
     * @return how it went; a flow that is not there is among the failures, and stops nothing unless the options say so
     */
    public PipelineSummary deleteAll(Datapath datapath, Collection<FlowId> flows, PipelineOptions options) {
        return client.pipeline(flows.stream().map(flow -> FlowRequests.delete(datapath.index(), flow)), options);
    }

    private void change(Datapath datapath, PutMode mode, FlowSpec flow) {
        explained(datapath, () -> client.acknowledge(FlowRequests.put(datapath.index(), mode, flow)));
    }

    private Flow answer(Datapath datapath, Request<FlowMessage, FlowMessageView> request) {
        return new Flow(explained(datapath, () -> client.answer(request)));
    }

    private static <T> T explained(Datapath datapath, Supplier<T> call) {
        try {
            return call.get();
        } catch (KernelRejectedException e) {
            throw FlowFaults.explain(datapath, e);
        }
    }
}
