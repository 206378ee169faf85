package io.jnetlink.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.testkit.InNetworkNamespace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Virtual threads that wait for the running kernel. */
@InNetworkNamespace(limitSeconds = 120)
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "this Java has no virtual threads")
class VirtualThreadsKernelTest {

    private static final long PATIENCE_SECONDS = 110;

    @Test
    void manyMayWaitOnOneCarrier(@TempDir Path directory) throws Exception {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.virtualThreadScheduler.parallelism=1",
                        "-Djdk.virtualThreadScheduler.maxPoolSize=1",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManySubscribers.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as("a carrier was held: " + text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        assertThat(text).contains("told");
    }
}
