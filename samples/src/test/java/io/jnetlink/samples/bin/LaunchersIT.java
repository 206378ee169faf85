package io.jnetlink.samples.bin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launchers as a newcomer would run them, on what was packaged. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LaunchersIT {

    private static final Path BIN = Path.of(System.getProperty("jnetlink.project"), "samples", "bin");

    @TempDir
    private Path directory;

    @Test
    void theDemoMakesAndShowsTheDevice() throws Exception {
        assumeTrue(
                run("unshare", "--user", "--map-root-user", "--net", "true").exit() == 0,
                "user namespaces are not allowed here");
        assumeTrue(run("ip", "-V").exit() == 0, "iproute2 is not installed");

        Outcome outcome = run(BIN.resolve("vxlan-demo").toString());

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.text())
                .contains("id 1111", "port 5799")
                .contains("vxlan id 1111 remote 10.145.69.49 local 10.145.69.26 dev eth4 srcport 0 0 dstport 5799")
                .contains("\"info_kind\":\"vxlan\",\"info_data\":{\"id\":1111,\"remote\":\"10.145.69.49\"");
    }

    @Test
    void aMistakeEndsAsWithIp() throws Exception {
        Outcome outcome = run(BIN.resolve("jip").toString(), "link", "add", "v0", "type", "vxlan", "id", "16777216");

        assertThat(outcome.exit()).isEqualTo(255);
        assertThat(outcome.text()).isEqualTo("Error: argument \"16777216\" is wrong: invalid id\n");
    }

    @Test
    void theProgramsForTheLabSayWhatTheyDo() throws Exception {
        assertThat(run(BIN.resolve("ovs-switch-demo").toString(), "--help").text())
                .contains("without ovs-vswitchd", "vxlan_sys_4789", "--peer", "genl-ovs/lab/bin/lab");
        assertThat(run(BIN.resolve("seed-measurement").toString(), "--help").text())
                .contains("NET_RX/packet", "--packets", "--only", "genl-ovs/lab/bin/lab");
    }

    @Test
    void aMistakeEndsAsWithOvsDpctl() throws Exception {
        Outcome outcome = run(BIN.resolve("jovs").toString(), "add-if", "dp0");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text()).isEqualTo("jovs: 'add-if' command requires at least 2 arguments\n");
    }

    private Outcome run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        Process process;
        try {
            process = new ProcessBuilder(List.of(command))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            return new Outcome(127, e.getMessage());
        }
        process.getOutputStream().close();
        return new Outcome(process.waitFor(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private record Outcome(int exit, String text) {}
}
