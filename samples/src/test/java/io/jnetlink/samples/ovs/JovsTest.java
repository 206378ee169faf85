package io.jnetlink.samples.ovs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.testkit.FakeKernel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code jovs} does before it talks to a kernel. */
class JovsTest {

    private static JovsRun run(String... words) {
        return JovsRun.of(FakeKernel.silent(), 0, "", List.of(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nosuch|unknown command 'nosuch'; use --help for help",
                "add-if dp0|'add-if' command requires at least 2 arguments",
                "del-dp a b|'del-dp' command takes at most 1 arguments",
                "--read-only add-dp dp0|'add-dp' command does not work in read only mode",
                "show netdev@dp0|opening datapath netdev@dp0 failed (Address family not supported by protocol)",
                "ct-get-maxconns|maxconns could not be retrieved (Operation not supported)",
                "-t 0 show|value 0 on -t or --timeout is invalid"
            })
    void aMistakeIsSaidInTheWordsOfDpctl(String line, String complaint) {
        JovsRun run = run(line.split(" "));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.complaints()).containsExactly(complaint);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aMissingCommandIsSaid() {
        assertThat(run().complaints()).containsExactly("missing command name; use --help for help");
    }

    @Test
    void helpVersionAndCommandsNeedNoKernel() {
        assertThat(run("--help").out()).contains("--may-create", "list-commands");
        assertThat(run("-V").out()).contains("ovs-dpctl 3.1.0");
        assertThat(run("list-commands").out())
                .startsWith("The available commands are:\n")
                .contains("  add-flow ");
    }
}
