package io.jnetlink.samples.seed;

import java.util.List;

/**
 * A flow of a datapath that counted the packets of a measurement.
 *
 * <p>Immutable.
 *
 * @param side in which namespace: {@code sender}, {@code receiver}
 * @param flow match and actions, as {@code ovs-dpctl} writes them
 * @param packets how many
 */
public record FlowCount(String side, String flow, long packets) {

    /** What has been counted since an earlier reading. */
    FlowCount since(List<FlowCount> earlier) {
        long before = earlier.stream()
                .filter(other -> other.side.equals(side) && other.flow.equals(flow))
                .mapToLong(FlowCount::packets)
                .sum();
        return new FlowCount(side, flow, packets - before);
    }

    @Override
    public String toString() {
        return side + " flow " + flow + " packets " + packets;
    }
}
