package io.jnetlink.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.sys.NetworkNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@InNetworkNamespace(limitSeconds = 30)
class NamespaceExtensionKernelTest {

    private final List<Long> seen = new ArrayList<>();

    private static long here() {
        try {
            return ((Number) Files.getAttribute(Path.of("/proc/thread-self/ns/net"), "unix:ino")).longValue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void before() {
        seen.add(here());
    }

    @AfterEach
    void after() {
        seen.add(here());
        assertThat(seen).hasSizeGreaterThan(1).containsOnly(seen.get(0));
    }

    @Test
    void theTestAndWhatSurroundsItAreInside(NetworkNamespace namespace) {
        assertThat(here()).isEqualTo(namespace.inode());
        seen.add(here());
    }

    @RepeatedTest(2)
    void repetitionsAreInsideToo(NetworkNamespace namespace, NamespaceShell shell) {
        seen.add(namespace.inode());
        assertThat(here()).isEqualTo(namespace.inode());
        // A repetition in the same namespace would fail here.
        shell.run("ip", "link", "add", "br0", "type", "bridge");
    }

    @Test
    void furtherParametersAreFurtherNamespaces(NetworkNamespace first, NamespaceShell shell, NetworkNamespace second) {
        assertThat(second.inode()).isNotEqualTo(first.inode()).isNotEqualTo(here());
        shell.run("ip", "link", "add", "br0", "type", "bridge");
        NamespaceShell elsewhere = new NamespaceShell(second);
        assertThat(elsewhere.run("ip", "-o", "link", "show")).contains("lo").doesNotContain("br0");
        assertThat(shell.run("ip", "-o", "link", "show")).contains("br0");
    }

    @Test
    void theShellTellsHowACommandEnded(NamespaceShell shell) {
        CommandResult result = shell.attempt("sh", "-c", "echo out; echo err >&2; exit 3");

        assertThat(result).isEqualTo(new CommandResult(3, "out\n", "err\n"));
        assertThat(result.succeeded()).isFalse();
        assertThatThrownBy(() -> shell.run("sh", "-c", "echo err >&2; exit 3"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ended with 3: err");
        assertThat(shell.script("true\necho done")).isEqualTo("done\n");
        assertThatThrownBy(() -> shell.script("false\necho done")).isInstanceOf(AssertionError.class);
    }

    @Test
    void theShellDoesNotWaitForEver(NamespaceShell shell) {
        NamespaceShell hasty = shell.withLimit(Duration.ofMillis(50));

        assertThatThrownBy(() -> hasty.run("sleep", "60")).isInstanceOf(CommandTimeoutException.class);
    }
}
