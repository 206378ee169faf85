package io.jnetlink.ovs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorsTest {

    @Test
    void theHighestNumberCounts() {
        assertThat(Processors.count("0\n")).isEqualTo(1);
        assertThat(Processors.count("0-3\n")).isEqualTo(4);
        assertThat(Processors.count("0-3,8\n")).isEqualTo(9);
        assertThat(Processors.count("0,2-5\n")).isEqualTo(6);
    }

    @Test
    void thereIsOneAtLeast() {
        assertThat(Processors.possible())
                .isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    }
}
