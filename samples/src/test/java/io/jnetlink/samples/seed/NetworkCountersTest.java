package io.jnetlink.samples.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkCountersTest {

    private static final List<String> SOFTIRQS = List.of(
            "                    CPU0       CPU1       ",
            "          HI:          1          0",
            "      NET_TX:          7          8",
            "      NET_RX:       1200         34",
            "         RCU:        999        999");
    private static final List<String> SOFTNET = List.of(
            "000000ff 00000001 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000",
            "00000010 00000002 0000000a 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000001 00000000");

    @Test
    void processorsAreAddedUp() throws IOException {
        assertThat(NetworkCounters.parse(SOFTIRQS, SOFTNET)).isEqualTo(new NetworkCounters(1234, 0x10f, 3, 10));
    }

    @Test
    void aDifferenceIsTakenOfEachCounter() {
        assertThat(new NetworkCounters(10, 20, 30, 40).since(new NetworkCounters(1, 2, 3, 4)))
                .isEqualTo(new NetworkCounters(9, 18, 27, 36));
    }

    @Test
    void otherTextIsRefused() {
        assertThatThrownBy(() -> NetworkCounters.parse(List.of("CPU0", "NET_TX: 1"), SOFTNET))
                .isInstanceOf(IOException.class)
                .hasMessage("/proc/softirqs has no row NET_RX:");
        assertThatThrownBy(() -> NetworkCounters.parse(SOFTIRQS, List.of("0000001")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> NetworkCounters.parse(List.of("NET_RX: many"), SOFTNET))
                .isInstanceOf(IOException.class);
    }

    @Test
    void theRunningKernelIsUnderstood() throws IOException {
        NetworkCounters first = NetworkCounters.read();

        NetworkCounters later = NetworkCounters.read().since(first);

        assertThat(later.softirqs()).isNotNegative();
        assertThat(later.processed()).isNotNegative();
    }
}
