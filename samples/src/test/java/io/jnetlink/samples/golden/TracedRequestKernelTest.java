package io.jnetlink.samples.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.testkit.CommandResult;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs random commands by the installed {@code ip} under {@code strace}, and by {@code jip} against a kernel in memory that has the
 * same links: both must send the same bytes, sequence number and port id aside. Commands that make devices, and commands that change one.
 *
 * <p>{@code -Djnetlink.differential.tries=N} says how many commands (30 otherwise, of each sort),
 * {@code -Djnetlink.differential.seed=S} which.
 */
@InNetworkNamespace(limitSeconds = 900)
class TracedRequestKernelTest {

    private static final int TRIES = Integer.getInteger("jnetlink.differential.tries", 30);
    private static final String DEVICE = "vx0";

    @TempDir
    private Path directory;

    @Test
    void makesDevicesByTheBytesThatIpSends(NamespaceShell shell) {
        Tracer tracer = new Tracer(shell, directory);
        tracer.ip.makeUnderlay();
        try (LiveLinks live = new LiveLinks()) {
            LinkTable links = table(live, "lo", "under0", "under1");
            tracer.compare(
                    "requests that make devices",
                    () -> Arbitraries.oneOf(VxlanArbitraries.commands(), VxlanMistakes.commands()),
                    command -> command.words(DEVICE),
                    links,
                    () -> live.delete(DEVICE));
        }
    }

    @Test
    void changesDevicesByTheBytesThatIpSends(NamespaceShell shell) {
        Tracer tracer = new Tracer(shell, directory);
        tracer.ip.makeUnderlay();
        tracer.ip.mustRun("link add " + DEVICE + " type vxlan id 7 dstport 4789 local 198.51.100.10 dev under0");
        try (LiveLinks live = new LiveLinks()) {
            LinkTable links = table(live, "lo", "under0", "under1", DEVICE);
            tracer.compare(
                    "requests that change devices",
                    () -> Arbitraries.oneOf(VxlanArbitraries.commands(), VxlanMistakes.commands()),
                    command -> command.changeWords(DEVICE),
                    links,
                    () -> {});
        }
    }

    private static LinkTable table(LiveLinks live, String... names) {
        LinkTable links = LinkTable.empty();
        for (String name : names) {
            links = links.with(live.find(name).orElseThrow());
        }
        return links;
    }

    /** Runs commands by both programs. Not thread-safe. */
    private static final class Tracer {

        private final InstalledIp ip;
        private final TracedIp traced;
        private final String dialect;

        Tracer(NamespaceShell shell, Path directory) {
            this.ip = new InstalledIp(shell);
            this.traced = new TracedIp(shell, directory);
            Optional<String> spoken = ip.dialect();
            assumeTrue(spoken.isPresent(), "the installed ip, if any, is of no release that jip knows");
            assumeTrue(traced.works(), "strace does not work here");
            this.dialect = spoken.get();
        }

        void compare(
                String name,
                Supplier<Arbitrary<VxlanOptions>> commands,
                Function<VxlanOptions, List<String>> words,
                LinkTable links,
                Runnable afterwards) {
            long seed = Long.getLong("jnetlink.differential.seed", new Random().nextLong());
            JqwikSession.run(() -> {
                RandomGenerator<VxlanOptions> generator = commands.get().generator(TRIES, false);
                Random random = new Random(seed);
                int compared = 0;
                for (int attempt = 0; attempt < TRIES; attempt++) {
                    compared += compare(words.apply(generator.next(random).value()), links);
                    afterwards.run();
                }
                System.out.println(name + ": " + compared + " the same bytes, " + (TRIES - compared)
                        + " refused before one was sent, seed " + seed);
                assertThat(compared).isPositive();
            });
        }

        /** Returns how many messages were compared. */
        private int compare(List<String> words, LinkTable links) {
            CommandResult result = traced.run(words);
            List<String> theirs = changes(traced.sent());
            RecordedKernel kernel = RecordedKernel.holding(links);
            JipProgram.over(kernel.syscalls(), List.of(), dialect).run(words);
            assertThat(changes(kernel.changes()))
                    .as("%s (ip: %s)", String.join(" ", words), result)
                    .isEqualTo(theirs);
            return theirs.size();
        }
    }

    private static List<String> changes(List<byte[]> sent) {
        return sent.stream()
                .map(RawMessage::new)
                .filter(message -> !message.isProbe() && !message.asks())
                .map(message -> HexFormat.of().formatHex(message.comparable()))
                .toList();
    }
}
