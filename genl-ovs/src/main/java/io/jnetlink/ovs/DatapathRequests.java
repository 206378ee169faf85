package io.jnetlink.ovs;

import io.jnetlink.client.Request;
import io.jnetlink.ovs.datapath.DatapathAttrs;
import io.jnetlink.ovs.datapath.DatapathFeatures;
import io.jnetlink.ovs.datapath.DatapathMessage;
import io.jnetlink.ovs.datapath.DatapathMessageView;
import io.jnetlink.ovs.datapath.OvsDatapath;
import io.jnetlink.wire.MessageFlags;
import java.util.function.Consumer;

/**
 * Requests about datapaths, worded as Open vSwitch words them ({@code lib/dpif-netlink.c}). All but {@link #list} ask for an
 * echo.
 *
 * <p>There is no way here to set anything without features: the kernel would take that for "none".
 */
final class DatapathRequests {

    private DatapathRequests() {}

    static Request<DatapathMessage, DatapathMessageView> create(String name, DatapathFeatures features) {
        return echo(Request.of(
                OvsDatapath.NEW, message(0, a -> a.name(name).upcallPid(0).userFeatures(features))));
    }

    static Request<DatapathMessage, DatapathMessageView> get(String name) {
        return echo(Request.of(OvsDatapath.GET, message(0, a -> a.name(name).upcallPid(0))));
    }

    static Request<DatapathMessage, DatapathMessageView> get(int index) {
        return echo(Request.of(OvsDatapath.GET, message(index, a -> {})));
    }

    static Request<DatapathMessage, DatapathMessageView> list() {
        return Request.of(OvsDatapath.GET, message(0, a -> {})).withFlags(MessageFlags.ACK | MessageFlags.ECHO);
    }

    /** As when a datapath is opened. */
    static Request<DatapathMessage, DatapathMessageView> setFeatures(String name, DatapathFeatures features) {
        return echo(Request.of(
                OvsDatapath.SET, message(0, a -> a.name(name).upcallPid(0).userFeatures(features))));
    }

    /** As when a datapath is open. */
    static Request<DatapathMessage, DatapathMessageView> set(
            Datapath datapath, DatapathFeatures features, Consumer<DatapathAttrs.Builder> more) {
        return echo(Request.of(OvsDatapath.SET, message(datapath.index(), a -> {
            a.name(datapath.name()).userFeatures(features);
            more.accept(a);
        })));
    }

    static Request<DatapathMessage, DatapathMessageView> delete(int index) {
        return echo(Request.of(OvsDatapath.DEL, message(index, a -> {})));
    }

    private static DatapathMessage message(int index, Consumer<DatapathAttrs.Builder> fill) {
        return DatapathMessage.builder()
                .header(h -> h.dpIfindex(index))
                .attributes(fill)
                .build();
    }

    private static Request<DatapathMessage, DatapathMessageView> echo(
            Request<DatapathMessage, DatapathMessageView> request) {
        return request.withFlags(MessageFlags.ECHO);
    }
}
