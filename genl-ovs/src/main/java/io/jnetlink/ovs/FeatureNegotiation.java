package io.jnetlink.ovs;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.Request;
import io.jnetlink.client.UnsupportedException;
import io.jnetlink.ovs.datapath.DatapathFeatures;
import io.jnetlink.ovs.datapath.DatapathMessage;
import io.jnetlink.ovs.datapath.DatapathMessageView;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out what the kernel can do, in the steps of Open vSwitch: a bit that no kernel knows shows whether features are
 * checked at all; then dispatch by processor is tried, then sockets by port; sharing recirculation ids with traffic control
 * is an extra.
 *
 * <p>Thread-safe.
 */
final class FeatureNegotiation {

    /** No kernel knows it. */
    static final DatapathFeatures UNKNOWN = new DatapathFeatures(1L << 31);

    private static final DatapathFeatures BY_PORT =
            DatapathFeatures.of(DatapathFeatures.UNALIGNED, DatapathFeatures.VPORT_PIDS);

    private final NetlinkClient client;

    FeatureNegotiation(NetlinkClient client) {
        this.client = client;
    }

    /**
     * Negotiates.
     *
     * @param present features that are set, and are kept
     * @param request what sets features, or makes a datapath with them
     * @param name of the datapath
     */
    Datapath run(
            DatapathFeatures present,
            String name,
            Function<DatapathFeatures, Request<DatapathMessage, DatapathMessageView>> request) {
        Optional<Datapath> unchecked =
                attempt(request.apply(present.with(BY_PORT).with(UNKNOWN)));
        if (unchecked.isPresent()) {
            // The kernel took a feature that does not exist, so it cannot be relied on for any but the oldest.
            return attempt(DatapathRequests.setFeatures(name, BY_PORT))
                    .or(() -> unchecked)
                    .get();
        }
        DatapathFeatures perCpu = present.with(DatapathFeatures.UNALIGNED)
                .with(DatapathFeatures.DISPATCH_UPCALL_PER_CPU)
                .without(DatapathFeatures.VPORT_PIDS);
        DatapathFeatures byPort = present.with(BY_PORT).without(DatapathFeatures.DISPATCH_UPCALL_PER_CPU);
        return withRecirculation(firstAccepted(request, List.of(perCpu, byPort)));
    }

    /**
     * Sets the first of several sets of features that the kernel accepts.
     *
     * @throws UnsupportedException if it accepts none; the refusal of the last
     */
    Datapath firstAccepted(
            Function<DatapathFeatures, Request<DatapathMessage, DatapathMessageView>> request,
            List<DatapathFeatures> choices) {
        for (DatapathFeatures choice : choices.subList(0, choices.size() - 1)) {
            Optional<Datapath> accepted = attempt(request.apply(choice));
            if (accepted.isPresent()) {
                return accepted.get();
            }
        }
        return new Datapath(client.answer(request.apply(choices.get(choices.size() - 1))));
    }

    private Datapath withRecirculation(Datapath datapath) {
        DatapathFeatures more = datapath.features().with(DatapathFeatures.TC_RECIRC_SHARING);
        try {
            return new Datapath(client.answer(DatapathRequests.set(datapath, more, a -> {})));
        } catch (KernelRejectedException e) {
            // An extra: kernels refuse it if they were built without, or while traffic control does not use it.
            return datapath;
        }
    }

    private Optional<Datapath> attempt(Request<DatapathMessage, DatapathMessageView> request) {
        try {
            return Optional.of(new Datapath(client.answer(request)));
        } catch (UnsupportedException e) {
            return Optional.empty();
        }
    }
}
