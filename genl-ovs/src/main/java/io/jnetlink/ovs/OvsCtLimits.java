package io.jnetlink.ovs;

import io.jnetlink.client.NetlinkClient;
import io.jnetlink.ovs.limit.CtLimit;
import io.jnetlink.ovs.limit.CtLimitRequests;
import java.util.Collection;
import java.util.List;

/**
 * Limits of tracked connections: what {@code ovs-dpctl ct-set-limits}, {@code ct-get-limits} and {@code ct-del-limits} do.
 *
 * <p>Thread-safe. They concern all datapaths of the namespace.
 */
public final class OvsCtLimits {

    private final NetlinkClient client;

    OvsCtLimits(NetlinkClient client) {
        this.client = client;
    }

    /**
     * {@code ovs-dpctl ct-set-limits}: sets limits; those of other zones stay.
     *
     * @throws io.jnetlink.wire.InvalidFieldException if there is none
     * @throws io.jnetlink.client.KernelRejectedException if the kernel refuses
     */
    public void set(Collection<CtLimit> limits) {
        client.answer(CtLimitRequests.set(limits));
    }

    /** {@code ovs-dpctl ct-get-limits}: the limit of all others first, then those of zones that have one. */
    public List<CtLimit> list() {
        return CtLimitRequests.limits(client.answer(CtLimitRequests.list()));
    }

    /**
     * {@code ovs-dpctl ct-get-limits zone=…}: the limit of all others first, then those of the zones named. A zone without
     * one of its own has that of all others.
     *
     * @throws io.jnetlink.wire.InvalidFieldException if there is no such zone
     */
    public List<CtLimit> get(Collection<Integer> zones) {
        return CtLimitRequests.limits(client.answer(CtLimitRequests.get(zones)));
    }

    /**
     * {@code ovs-dpctl ct-del-limits}: takes the limits of zones away.
     *
     * @throws io.jnetlink.wire.InvalidFieldException if there is none, or no such zone
     */
    public void reset(Collection<Integer> zones) {
        client.answer(CtLimitRequests.reset(zones));
    }
}
