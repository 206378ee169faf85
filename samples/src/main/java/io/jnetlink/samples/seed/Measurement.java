package io.jnetlink.samples.seed;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a counted run of packets over a path cost.
 *
 * <p>Immutable.
 *
 * @param path the path's name
 * @param sent packets that were sent
 * @param received packets that arrived
 * @param nanos how long it took from the first that was sent to the last that arrived, in nanoseconds
 * @param counters what the kernel counted meanwhile
 * @param hops the devices that counted them
 * @param flows the flows of datapaths that counted them
 */
public record Measurement(
        String path,
        long sent,
        long received,
        long nanos,
        NetworkCounters counters,
        List<Hop> hops,
        List<FlowCount> flows) {

    /** Copies the lists. */
    public Measurement {
        hops = List.copyOf(hops);
        flows = List.copyOf(flows);
    }

    /** Packets that arrived in a second. */
    public double packetsPerSecond() {
        return received * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    /** How often the receive soft interrupt ran for a packet. */
    public double softirqsPerPacket() {
        return counters.softirqs() / (double) received;
    }

    /** How often a packet came out of a backlog or a device's poll. */
    public double processedPerPacket() {
        return counters.processed() / (double) received;
    }
}
