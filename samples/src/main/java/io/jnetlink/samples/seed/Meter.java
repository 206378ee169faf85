package io.jnetlink.samples.seed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures paths.
 *
 * <p>Immutable; thread-safe, but two measurements at a time count each other's packets, as the kernel counts for the whole machine.
 *
 * @param packets how many are counted
 * @param bytes their payload
 */
public record Meter(long packets, int bytes) {

    /** Packets that are sent before anything is counted: neighbours get known and code gets compiled. */
    static final long WARM_UP = 2_000;

    /** Checks the numbers. */
    public Meter {
        if (packets < 1 || bytes < 1) {
            throw new IllegalArgumentException("packets and bytes are at least 1, not " + packets + " and " + bytes);
        }
    }

    /**
     * Sends the packets over a path.
     *
     * @throws IOException if packets cannot be sent, or none arrives
     */
    public Measurement measure(TunnelPath path) throws IOException {
        try (PacketStream stream = PacketStream.open(path, bytes)) {
            if (stream.transfer(WARM_UP) == 0) {
                throw new IOException("no packet arrives over " + path.name());
            }
            DeviceTraffic senderBefore = DeviceTraffic.read(path.sender());
            DeviceTraffic receiverBefore = DeviceTraffic.read(path.receiver());
            List<FlowCount> flowsBefore = path.flows();
            NetworkCounters before = NetworkCounters.read();
            long start = System.nanoTime();
            long received = stream.transfer(packets);
            long nanos = System.nanoTime() - start;
            NetworkCounters counters = NetworkCounters.read().since(before);
            if (received == 0) {
                throw new IOException("packets ceased to arrive over " + path.name());
            }
            long most = received / 2 + 1;
            List<Hop> hops = new ArrayList<>();
            hops.addAll(DeviceTraffic.read(path.sender()).passed(senderBefore, "sender", most));
            hops.addAll(DeviceTraffic.read(path.receiver()).passed(receiverBefore, "receiver", most));
            return new Measurement(
                    path.name(), packets, received, nanos, counters, hops, used(path.flows(), flowsBefore, most));
        }
    }

    private static List<FlowCount> used(List<FlowCount> now, List<FlowCount> before, long least) {
        return now.stream()
                .map(flow -> flow.since(before))
                .filter(flow -> flow.packets() >= least)
                .toList();
    }
}
