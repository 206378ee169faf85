package io.jnetlink.ovs.limit;

import io.jnetlink.client.Request;
import io.jnetlink.message.Operation;
import io.jnetlink.ovs.ctlimit.CtLimitAttrs;
import io.jnetlink.ovs.ctlimit.CtLimitMessage;
import io.jnetlink.ovs.ctlimit.CtLimitMessageView;
import io.jnetlink.ovs.ctlimit.OvsCtLimit;
import io.jnetlink.ovs.ctlimit.ZoneLimit;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageFlags;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Requests about limits of tracked connections, worded as Open vSwitch words them ({@code lib/dpif-netlink.c}). They concern
 * all datapaths of a namespace. The kernel answers each with one message.
 *
 * <p>Immutable: the class has no state.
 */
public final class CtLimitRequests {

    private CtLimitRequests() {}

    /**
     * {@code OVS_CT_LIMIT_CMD_SET}.
     *
     * @throws InvalidFieldException if there is none
     */
    public static Request<CtLimitMessage, CtLimitMessageView> set(Collection<CtLimit> limits) {
        return request(OvsCtLimit.SET, some(limits).stream().map(l -> new ZoneLimit(l.zone(), l.limit(), 0)));
    }

    /**
     * {@code OVS_CT_LIMIT_CMD_DEL}.
     *
     * @param zones their numbers; {@link CtLimit#DEFAULT_ZONE} for that of all others
     * @throws InvalidFieldException if there is none, or no such zone
     */
    public static Request<CtLimitMessage, CtLimitMessageView> reset(Collection<Integer> zones) {
        return request(OvsCtLimit.DEL, some(zones).stream().map(CtLimitRequests::zone));
    }

    /** {@code OVS_CT_LIMIT_CMD_GET} of all that there are. */
    public static Request<CtLimitMessage, CtLimitMessageView> list() {
        return request(OvsCtLimit.GET, attributes -> {});
    }

    /**
     * {@code OVS_CT_LIMIT_CMD_GET} of the limit of all others and of some zones.
     *
     * @throws InvalidFieldException if there is no such zone
     */
    public static Request<CtLimitMessage, CtLimitMessageView> get(Collection<Integer> zones) {
        Stream<Integer> named = zones.stream().filter(zone -> zone != CtLimit.DEFAULT_ZONE);
        return request(
                OvsCtLimit.GET,
                Stream.concat(Stream.of(CtLimit.DEFAULT_ZONE), named).map(CtLimitRequests::zone));
    }

    /** The limits in an answer. */
    public static List<CtLimit> limits(CtLimitMessage answer) {
        CtLimitAttrs attributes = answer.attributes();
        return attributes.hasZoneLimit()
                ? attributes.zoneLimit().stream().map(CtLimit::of).toList()
                : List.of();
    }

    private static ZoneLimit zone(int zone) {
        return new ZoneLimit(CtLimit.requireZone(zone), 0, 0);
    }

    private static <T> Collection<T> some(Collection<T> items) {
        if (items.isEmpty()) {
            throw new InvalidFieldException("zones", items, "must hold at least one");
        }
        return items;
    }

    private static Request<CtLimitMessage, CtLimitMessageView> request(
            Operation<CtLimitMessage, CtLimitMessageView> operation, Stream<ZoneLimit> limits) {
        return request(operation, attributes -> attributes.zoneLimit(limits.toList()));
    }

    private static Request<CtLimitMessage, CtLimitMessageView> request(
            Operation<CtLimitMessage, CtLimitMessageView> operation, Consumer<CtLimitAttrs.Builder> fill) {
        CtLimitMessage message = CtLimitMessage.builder()
                .header(h -> h.dpIfindex(0))
                .attributes(fill)
                .build();
        return Request.of(operation, message).withFlags(MessageFlags.ECHO);
    }
}
