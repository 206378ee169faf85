package io.jnetlink.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.testkit.KernelProbe.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelProbeTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void aProbeThatSucceedsMeansThatNamespacesWork() {
        assertThat(KernelProbe.run(List.of("true"), LONG).verdict()).isEqualTo(Verdict.WORKS);
    }

    @Test
    void aProbeThatFailsMeansSkippingAndSaysWhatItSaid() {
        KernelProbe probe = KernelProbe.run(List.of("sh", "-c", "echo no way >&2; exit 1"), LONG);

        assertThat(probe.verdict()).isEqualTo(Verdict.NOT_PERMITTED);
        assertThat(probe.explanation()).isEqualTo("network namespaces are not permitted here: no way");
    }

    @Test
    void aProbeThatCannotBeRunMeansSkipping() {
        KernelProbe probe = KernelProbe.run(List.of("jnetlink-no-such-command"), LONG);

        assertThat(probe.verdict()).isEqualTo(Verdict.NOT_PERMITTED);
        assertThat(probe.explanation()).contains("jnetlink-no-such-command");
    }

    @Test
    void aProbeThatHangsMeansThatTheKernelIsStuck() {
        KernelProbe probe = KernelProbe.run(List.of("sleep", "60"), Duration.ofMillis(50));

        assertThat(probe.verdict()).isEqualTo(Verdict.STUCK);
        assertThat(probe.explanation())
                .contains("\"sleep 60\" did not end within 0 s")
                .contains("only a reboot");
    }
}
