package io.jnetlink.ovs.limit;

import io.jnetlink.ovs.meter.BandAttrs;
import io.jnetlink.ovs.meter.MeterAttrs;
import io.jnetlink.ovs.meter.MeterBandType;
import io.jnetlink.ovs.meter.MeterMessage;
import java.util.List;

/**
 * What a datapath offers in meters.
 *
 * <p>Immutable.
 *
 * @param maxMeters meters that it may have
 * @param maxBands bands that a meter may have
 * @param bandTypes what bands can do
 */
public record MeterFeatures(long maxMeters, long maxBands, List<MeterBandType> bandTypes) {

    public MeterFeatures {
        bandTypes = List.copyOf(bandTypes);
    }

    /** As the kernel reported them. */
    public static MeterFeatures of(MeterMessage message) {
        MeterAttrs attributes = message.attributes();
        return new MeterFeatures(
                attributes.hasMaxMeters() ? attributes.maxMeters() : 0,
                attributes.hasMaxBands() ? attributes.maxBands() : 0,
                attributes.hasBands()
                        ? attributes.bands().band().stream()
                                .filter(BandAttrs::hasType)
                                .map(BandAttrs::type)
                                .toList()
                        : List.of());
    }
}
