package io.jnetlink.ovs.limit;

import io.jnetlink.client.Request;
import io.jnetlink.message.Operation;
import io.jnetlink.ovs.meter.BandsAttrs;
import io.jnetlink.ovs.meter.MeterAttrs;
import io.jnetlink.ovs.meter.MeterBandType;
import io.jnetlink.ovs.meter.MeterMessage;
import io.jnetlink.ovs.meter.MeterMessageView;
import io.jnetlink.ovs.meter.OvsMeter;
import io.jnetlink.wire.MessageFlags;
import java.util.function.Consumer;

/**
 * Requests about meters, worded as Open vSwitch words them ({@code lib/dpif-netlink.c}). The kernel answers each with one
 * message.
 *
 * <p>Immutable: the class has no state.
 */
public final class MeterRequests {

    private MeterRequests() {}

    /**
     * {@code OVS_METER_CMD_FEATURES}.
     *
     * @param datapath index of the datapath
     */
    public static Request<MeterMessage, MeterMessageView> features(int datapath) {
        return request(OvsMeter.FEATURES, datapath, a -> {});
    }

    /**
     * {@code OVS_METER_CMD_SET}: makes a meter or replaces one.
     *
     * @param datapath index of the datapath
     */
    public static Request<MeterMessage, MeterMessageView> set(int datapath, MeterSpec meter) {
        return request(OvsMeter.SET, datapath, a -> {
            a.id(meter.id());
            if (meter.unit() == MeterUnit.KILOBITS) {
                a.kbps(true);
            }
            a.bands(bands -> fill(bands, meter));
            if (meter.clears()) {
                a.clear(true);
            }
        });
    }

    /**
     * {@code OVS_METER_CMD_GET}.
     *
     * @param datapath index of the datapath
     */
    public static Request<MeterMessage, MeterMessageView> get(int datapath, long id) {
        return request(OvsMeter.GET, datapath, a -> a.id(id));
    }

    /**
     * {@code OVS_METER_CMD_DEL}.
     *
     * @param datapath index of the datapath
     */
    public static Request<MeterMessage, MeterMessageView> delete(int datapath, long id) {
        return request(OvsMeter.DEL, datapath, a -> a.id(id));
    }

    private static void fill(BandsAttrs.Builder bands, MeterSpec meter) {
        for (MeterSpec.Band band : meter.bands()) {
            bands.addBand(b -> b.type(MeterBandType.DROP).rate(band.rate()).burst(band.burst()));
        }
    }

    private static Request<MeterMessage, MeterMessageView> request(
            Operation<MeterMessage, MeterMessageView> operation, int datapath, Consumer<MeterAttrs.Builder> fill) {
        MeterMessage message = MeterMessage.builder()
                .header(h -> h.dpIfindex(datapath))
                .attributes(fill)
                .build();
        return Request.of(operation, message).withFlags(MessageFlags.ECHO);
    }
}
