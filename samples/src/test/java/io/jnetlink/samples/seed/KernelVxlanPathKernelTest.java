package io.jnetlink.samples.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.testkit.InNetworkNamespace;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@InNetworkNamespace
class KernelVxlanPathKernelTest {

    private static final int PACKETS = 3000;

    @Test
    void everyPacketCrossesTheTunnelAndIsSeenOnTheWay() throws IOException {
        try (TunnelPath path = KernelVxlanPath.create()) {
            Measurement measurement = new Meter(PACKETS, 100).measure(path);

            assertThat(measurement.received()).isEqualTo(PACKETS);
            assertThat(measurement.packetsPerSecond()).isPositive();
            assertThat(measurement.counters().softirqs()).isPositive();
            assertThat(measurement.processedPerPacket()).isGreaterThanOrEqualTo(1);
            assertThat(measurement.hops())
                    .extracting(hop -> hop.side() + " " + hop.device() + " " + hop.direction())
                    .containsExactlyInAnyOrder(
                            "sender under0 SENT",
                            "sender vxlan0 SENT",
                            "receiver under0 RECEIVED",
                            "receiver vxlan0 RECEIVED");
        }
    }
}
