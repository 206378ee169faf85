package io.jnetlink.samples.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementPrinterTest {

    private static final Measurement MEASUREMENT = new Measurement(
            "kernel-vxlan",
            1000,
            800,
            400_000_000L,
            new NetworkCounters(1200, 1600, 3, 4),
            List.of(
                    new Hop("sender", "vxlan0", Hop.Direction.SENT, 1000),
                    new Hop("receiver", "vxlan0", Hop.Direction.RECEIVED, 800)),
            List.of(new FlowCount("sender", "in_port(0), actions:1", 1000)));

    @Test
    void theTableHasARowAndAPath() {
        assertThat(MeasurementPrinter.table(List.of(MEASUREMENT)).lines())
                .containsExactly(
                        "path                   sent   received    packets/s  NET_RX/packet processed/packet",
                        "kernel-vxlan           1000        800         2000          1.500            2.000",
                        "",
                        "kernel-vxlan: sender vxlan0 sent 1000, receiver vxlan0 received 800",
                        "    sender flow in_port(0), actions:1 packets 1000");
    }

    @Test
    void jsonHasTheCountsAndWhatFollowsFromThem() throws IOException {
        JsonNode json = new ObjectMapper().readTree(MeasurementPrinter.json(List.of(MEASUREMENT)));

        assertThat(json).hasSize(1);
        JsonNode only = json.get(0);
        assertThat(only.get("path").asText()).isEqualTo("kernel-vxlan");
        assertThat(only.get("packets_per_second").asDouble()).isEqualTo(2000);
        assertThat(only.get("net_rx_softirqs").asLong()).isEqualTo(1200);
        assertThat(only.get("net_rx_softirqs_per_packet").asDouble()).isEqualTo(1.5);
        assertThat(only.get("softnet_processed").asLong()).isEqualTo(1600);
        assertThat(only.get("softnet_dropped").asLong()).isEqualTo(3);
        assertThat(only.get("hops")).hasSize(2);
        assertThat(only.get("hops").get(1).get("direction").asText()).isEqualTo("received");
        assertThat(only.get("flows")).hasSize(1);
        assertThat(only.get("flows").get(0).get("flow").asText()).isEqualTo("in_port(0), actions:1");
        assertThat(only.get("flows").get(0).get("packets").asLong()).isEqualTo(1000);
    }
}
