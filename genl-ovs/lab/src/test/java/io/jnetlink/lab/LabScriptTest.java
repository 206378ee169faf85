package io.jnetlink.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabScriptTest {

    private static final int STATUS_OF_COMMAND = 37;
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path directory;

    private Path state;
    private Path output;
    private Path errors;

    @BeforeEach
    void makeDirectories() throws IOException {
        state = Files.createDirectory(directory.resolve("state"));
        output = directory.resolve("output");
        errors = directory.resolve("errors");
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        try (var left = Files.list(state)) {
            assertThat(left).isEmpty();
        }
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse("")))
                .noneMatch(line -> line.contains(state.toString()));
    }

    @Test
    void theCommandHasItsArgumentsEnvironmentAndDirectoryAndGivesItsStatus() throws Exception {
        requireLab();
        Path out = directory.resolve("out dir");
        String script = "printf '%s|' \"$@\" \"$GREETING\" \"$PWD\" \"$(id -u)\"; echo complaint >&2;"
                + " echo kept >\"$LAB_OUT/file\"; touch /etc/jnetlink-was-here && exit " + STATUS_OF_COMMAND;

        int status = run(
                Map.of("GREETING", "good\nday"),
                List.of("--out", out.toString(), "--", "sh", "-c", script, "sh", "a  b", "*", "", "'\"$x\\"));

        assertThat(errors).content().isEqualTo("complaint\n");
        assertThat(output).content().isEqualTo("a  b|*||'\"$x\\|good\nday|" + directory.toRealPath() + "|0|");
        assertThat(status).isEqualTo(STATUS_OF_COMMAND);
        assertThat(out.resolve("file")).content().isEqualTo("kept\n");
        assertThat(Path.of("/etc/jnetlink-was-here")).doesNotExist();
    }

    @Test
    void modulesAreLoadedWhenTheyAreNeeded() throws Exception {
        requireLab();
        String script = "ip netns add blue && ip netns exec blue ip link add v0 type vxlan id 1 dstport 4789"
                + " && ip link add br0 type bridge && ip -o -n blue link show type vxlan";

        assertThat(run(Map.of(), List.of("sh", "-c", script))).isZero();
        assertThat(output).content().contains("v0");
    }

    @Test
    void whatTakesTooLongIsEnded() throws Exception {
        requireLab();

        assertThat(run(Map.of(), List.of("--timeout", "3", "sleep", "600"))).isEqualTo(124);
        assertThat(errors).content().isEqualTo("lab: not done after 3 s (--timeout)\n");
    }

    @Test
    void aSignalEndsTheKernel() throws Exception {
        requireLab();
        Path out = directory.resolve("out");
        Process process =
                start(Map.of(), List.of("--out", out.toString(), "sh", "-c", "echo >$LAB_OUT/up; sync; sleep 600"));
        while (!Files.exists(out.resolve("up"))) {
            assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
        }

        process.destroy();

        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
    }

    @Test
    void aKernelThatPanicsIsToldFromACommandThatFails() throws Exception {
        requireLab();

        assertThat(run(Map.of(), List.of("sh", "-c", "echo c >/proc/sysrq-trigger; sleep 60")))
                .isEqualTo(125);
        assertThat(errors)
                .content()
                .contains("lab: the kernel ended before the command did")
                .contains("Kernel panic - not syncing: sysrq triggered crash");
    }

    @Test
    void aMissingKernelIsToldWithTheCommandThatInstallsIt() throws Exception {
        Map<String, String> environment = Map.of("LAB_KERNEL", "no-such-linux");

        assertThat(run(environment, List.of("--check"))).isEqualTo(1);
        assertThat(errors)
                .content()
                .isEqualTo("lab: no-such-linux is not installed: apt-get install -y --no-install-recommends"
                        + " user-mode-linux kmod\n");
        assertThat(run(environment, List.of("true"))).isEqualTo(125);
    }

    @Test
    void wrongUsageIsRefused() throws Exception {
        assertThat(run(Map.of(), List.of())).isEqualTo(2);
        assertThat(errors).content().startsWith("usage: lab ");
        assertThat(run(Map.of(), List.of("--mem", "lots", "true"))).isEqualTo(2);
        assertThat(errors).content().contains("--mem takes a number with K, M or G, not \"lots\"");
        assertThat(run(Map.of(), List.of("--timeout", "soon", "true"))).isEqualTo(2);
        assertThat(run(Map.of(), List.of("--frobnicate", "true"))).isEqualTo(2);
        assertThat(errors).content().contains("unknown option --frobnicate");
    }

    private static void requireLab() {
        KernelLab.locate().obstacle().ifPresent(Assumptions::abort);
    }

    private int run(Map<String, String> environment, List<String> arguments) throws Exception {
        Process process = start(environment, arguments);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Process start(Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("jnetlink.project"), "genl-ovs", "lab", "bin", "lab")
                .toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("TMPDIR", state.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
