package io.jnetlink.ovs.rule;

import io.jnetlink.client.Request;
import io.jnetlink.ovs.flow.FlowAttrs;
import io.jnetlink.ovs.flow.FlowMessage;
import io.jnetlink.ovs.flow.FlowMessageView;
import io.jnetlink.ovs.flow.OvsFlow;
import io.jnetlink.ovs.flow.UfidFlags;
import io.jnetlink.ovs.text.Ufid;
import io.jnetlink.wire.MessageFlags;
import java.util.function.Consumer;

/**
 * Requests about flows, worded as Open vSwitch words them ({@code lib/dpif-netlink.c}), for clients and pipelines. The
 * kernel answers puts and deletions with the flow if an echo is asked for by {@link #reporting}.
 *
 * <p>Immutable: the class has no state.
 */
public final class FlowRequests {

    private static final UfidFlags TERSE =
            UfidFlags.of(UfidFlags.OMIT_KEY, UfidFlags.OMIT_MASK, UfidFlags.OMIT_ACTIONS);

    private FlowRequests() {}

    /**
     * {@code OVS_FLOW_CMD_NEW}, or {@code OVS_FLOW_CMD_SET} to modify only.
     *
     * @param datapath index of the datapath
     */
    public static Request<FlowMessage, FlowMessageView> put(int datapath, PutMode mode, FlowSpec flow) {
        FlowMessage message = message(datapath, attributes -> fill(attributes, flow));
        return switch (mode) {
            // With EXCL the kernel would do the same; Open vSwitch has never sent it.
            case CREATE -> Request.of(OvsFlow.NEW, message).withFlags(MessageFlags.CREATE);
            case MODIFY -> Request.of(OvsFlow.SET, message);
            case CREATE_OR_MODIFY -> Request.of(OvsFlow.NEW, message);
        };
    }

    /**
     * {@code OVS_FLOW_CMD_DEL} of one flow.
     *
     * @param datapath index of the datapath
     */
    public static Request<FlowMessage, FlowMessageView> delete(int datapath, FlowId flow) {
        return Request.of(OvsFlow.DEL, message(datapath, attributes -> fill(attributes, flow)));
    }

    /**
     * {@code OVS_FLOW_CMD_DEL} of one flow, of which a report shall hold nothing but identifier and statistics.
     *
     * @param datapath index of the datapath
     */
    public static Request<FlowMessage, FlowMessageView> deleteTersely(int datapath, Ufid flow) {
        return Request.of(
                OvsFlow.DEL,
                message(
                        datapath,
                        attributes -> attributes.ufid(flow.toByteArray()).ufidFlags(TERSE)));
    }

    /**
     * {@code OVS_FLOW_CMD_GET} of one flow.
     *
     * @param datapath index of the datapath
     */
    public static Request<FlowMessage, FlowMessageView> get(int datapath, FlowId flow) {
        return Request.of(OvsFlow.GET, message(datapath, attributes -> fill(attributes, flow)));
    }

    /**
     * {@code OVS_FLOW_CMD_DEL} of all flows.
     *
     * @param datapath index of the datapath
     */
    public static Request<FlowMessage, FlowMessageView> flush(int datapath) {
        return Request.of(OvsFlow.DEL, message(datapath, attributes -> {}));
    }

    /**
     * {@code OVS_FLOW_CMD_GET} of all flows, to be sent as a dump.
     *
     * @param datapath index of the datapath
     */
    public static Request<FlowMessage, FlowMessageView> list(int datapath) {
        return Request.of(OvsFlow.GET, message(datapath, attributes -> {})).withFlags(MessageFlags.ACK);
    }

    /**
     * {@code OVS_FLOW_CMD_GET} of identifiers and statistics of all flows, to be sent as a dump. A flow without identifier
     * comes with its key and actions nevertheless.
     *
     * @param datapath index of the datapath
     */
    public static Request<FlowMessage, FlowMessageView> listTersely(int datapath) {
        return Request.of(OvsFlow.GET, message(datapath, attributes -> attributes.ufidFlags(TERSE)))
                .withFlags(MessageFlags.ACK);
    }

    /** The same request, answered with the flow: as it is, or of a deletion, as it was. */
    public static Request<FlowMessage, FlowMessageView> reporting(Request<FlowMessage, FlowMessageView> request) {
        return request.withFlags(MessageFlags.ECHO);
    }

    private static void fill(FlowAttrs.Builder attributes, FlowSpec flow) {
        flow.ufid().ifPresent(ufid -> attributes.ufid(ufid.toByteArray()));
        attributes.key(flow.match().key());
        flow.match().mask().ifPresent(attributes::mask);
        attributes.actions(flow.actions());
        if (flow.isResettingStats()) {
            attributes.clear(true);
        }
        if (flow.isProbing()) {
            attributes.probe(true);
        }
    }

    private static void fill(FlowAttrs.Builder attributes, FlowId flow) {
        flow.ufid().ifPresent(ufid -> attributes.ufid(ufid.toByteArray()));
        flow.key().ifPresent(attributes::key);
    }

    private static FlowMessage message(int datapath, Consumer<FlowAttrs.Builder> fill) {
        return FlowMessage.builder()
                .header(h -> h.dpIfindex(datapath))
                .attributes(fill)
                .build();
    }
}
