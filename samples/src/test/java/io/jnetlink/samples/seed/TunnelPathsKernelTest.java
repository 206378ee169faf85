package io.jnetlink.samples.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jnetlink.lab.RequiresOpenVSwitch;
import io.jnetlink.testkit.InNetworkNamespace;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both paths of the measurement, one after the other, in a kernel that can do both. */
@RequiresOpenVSwitch
@InNetworkNamespace(limitSeconds = 300)
class TunnelPathsKernelTest {

    private static final int PACKETS = 500;

    private static Measurement measure(TunnelPath made) throws IOException {
        try (TunnelPath path = made) {
            Measurement measurement = new Meter(PACKETS, 100).measure(path);
            assertThat(measurement.received()).isEqualTo(PACKETS);
            assertThat(measurement.packetsPerSecond()).isPositive();
            assertThat(measurement.softirqsPerPacket()).isPositive();
            assertThat(measurement.processedPerPacket()).isGreaterThanOrEqualTo(1);
            return measurement;
        }
    }

    @Test
    void allPacketsCrossEitherPathAndAreSeenOnTheWay() throws IOException {
        Measurement kernel = measure(KernelVxlanPath.create());
        Measurement ovs = measure(OvsVxlanPath.create());

        assertThat(kernel.flows()).isEmpty();
        assertThat(ovs.hops())
                .extracting(hop -> hop.side() + " " + hop.device() + " " + hop.direction())
                .contains(
                        "sender ovs0 SENT",
                        "sender vxlan_sys_4789 SENT",
                        "sender under0 SENT",
                        "receiver under0 RECEIVED",
                        "receiver vxlan_sys_4789 RECEIVED",
                        "receiver ovs0 RECEIVED");
        assertThat(ovs.flows()).hasSize(2).allMatch(flow -> flow.packets() >= PACKETS);
        assertThat(ovs.flows()).extracting(FlowCount::side).containsExactly("sender", "receiver");
        assertThat(ovs.flows().get(0).flow()).contains("in_port(ovs0)", "set(tunnel(tun_id=0x457", "vxlan_sys_4789");
        assertThat(ovs.flows().get(1).flow())
                .contains("in_port(vxlan_sys_4789)")
                .endsWith("actions:ovs0");
        assertBothAreReported(List.of(kernel, ovs));
    }

    private static void assertBothAreReported(List<Measurement> both) throws IOException {
        assertThat(MeasurementPrinter.table(both).lines())
                .anyMatch(line -> line.startsWith("kernel-vxlan  "))
                .anyMatch(line -> line.startsWith("ovs-vxlan  "))
                .anyMatch(line -> line.startsWith("ovs-vxlan: sender "));
        JsonNode json = new ObjectMapper().readTree(MeasurementPrinter.json(both));
        assertThat(json).extracting(row -> row.get("path").asText()).containsExactly("kernel-vxlan", "ovs-vxlan");
        assertThat(json.get(1).get("flows")).hasSize(2);
    }
}
