package io.jnetlink.ovs.limit;

import io.jnetlink.ovs.flow.FlowStats;
import io.jnetlink.ovs.meter.BandAttrs;
import io.jnetlink.ovs.meter.MeterAttrs;
import io.jnetlink.ovs.meter.MeterMessage;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a meter has counted, as the kernel reported it. Rates are not among it.
 *
 * <p>Immutable.
 *
 * @param message everything that the kernel said about the meter
 */
public record Meter(MeterMessage message) {

    private static final FlowStats NOTHING = new FlowStats(0, 0);

    /** Its number in the datapath. */
    public long id() {
        return message.attributes().id();
    }

    /** What has passed it, dropped packets included. */
    public FlowStats stats() {
        MeterAttrs attributes = message.attributes();
        return attributes.hasStats() ? attributes.stats() : NOTHING;
    }

    /** What each band has dropped. */
    public List<FlowStats> bands() {
        MeterAttrs attributes = message.attributes();
        return attributes.hasBands()
                ? attributes.bands().band().stream().map(Meter::dropped).toList()
                : List.of();
    }

    /** When it was used last, in milliseconds of {@code CLOCK_MONOTONIC}; at first, when it was made. */
    public OptionalLong usedMillis() {
        MeterAttrs attributes = message.attributes();
        return attributes.hasUsed() ? OptionalLong.of(attributes.used()) : OptionalLong.empty();
    }

    private static FlowStats dropped(BandAttrs band) {
        return band.hasStats() ? band.stats() : NOTHING;
    }
}
