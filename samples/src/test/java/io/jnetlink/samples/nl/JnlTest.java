package io.jnetlink.samples.nl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no kernel. */
class JnlTest {

    @Test
    void listsOperations() {
        JnlRun run = JnlRun.of("--spec", JnlRun.rtLink(), "--list-ops");

        assertThat(run.status()).isZero();
        assertThat(run.lines())
                .contains("getlink  [do, dump]  Reads one link, or all.")
                .noneMatch(l -> l.startsWith("newlink-ntf"));
    }

    @Test
    void takesTheOptionsOfScriptsForTheKernelsTool() {
        assertThat(JnlRun.of("--spec", JnlRun.rtLink(), "--no-schema", "--process-unknown", "--list-ops")
                        .status())
                .isZero();
    }

    @Test
    void listsMessagesAsJson() {
        JnlRun run = JnlRun.of("--spec", JnlRun.rtLink(), "--list-msgs", "--output-json");

        assertThat(run.out()).startsWith("[\"newlink\",\"newlink-ntf\",").endsWith("]\n");
    }

    @Test
    void listsAttributes() {
        JnlRun run = JnlRun.of("--spec", JnlRun.rtLink(), "--list-attrs", "getlink");

        assertThat(run.lines())
                .containsSequence("header ifinfomsg:", "  ifi-family: u8")
                .contains("do request:", "do reply:")
                .anyMatch(l -> l.startsWith("  linkinfo: nest of linkinfo-attrs"));
    }

    @Test
    void wrongUseIsToldAndFails(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "name: x\n");

        assertThat(JnlRun.of("--list-ops"))
                .isEqualTo(new JnlRun(1, "", "jnl: --spec FILE is needed; see jnl --help\n"));
        assertThat(JnlRun.of("--spec", "/nowhere.yaml", "--list-ops").err())
                .isEqualTo("jnl: no such file: /nowhere.yaml\n");
        assertThat(JnlRun.of("--spec", broken.toString(), "--list-ops").err()).startsWith("jnl: broken.yaml:1:1 ");
        assertThat(JnlRun.of("--what")).isEqualTo(new JnlRun(1, "", "jnl: Unknown option: '--what'\n"));
        assertThat(JnlRun.of("--spec", JnlRun.rtLink(), "--list-attrs", "getlnk")
                        .err())
                .isEqualTo("jnl: family rt-link has no operation getlnk; did you mean getlink?\n");
        assertThat(JnlRun.of("--spec", JnlRun.rtLink(), "--policy").err())
                .isEqualTo(
                        "jnl: --policy: only generic netlink tells its policies, and rt-link has a protocol of its own\n");
    }

    @Test
    void jsonMustBeAnObject() {
        assertThat(JnlRun.of("--spec", JnlRun.rtLink(), "--do", "getlink", "--json", "[1]")
                        .err())
                .startsWith("jnl: --json: an object in braces is needed");
        assertThat(JnlRun.of("--spec", JnlRun.rtLink(), "--do", "getlink", "--json", "{\"a\":")
                        .status())
                .isEqualTo(1);
        assertThat(JnlRun.of("--spec", JnlRun.rtLink(), "--do", "getlink", "--json", "{} {}")
                        .err())
                .isEqualTo("jnl: --json: there is something behind the object\n");
    }

    @Test
    void helpTellsOptionsAndCommands() {
        JnlRun run = JnlRun.of("--help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("--subscribe=GROUP", "--output-json", "decode");
    }
}
