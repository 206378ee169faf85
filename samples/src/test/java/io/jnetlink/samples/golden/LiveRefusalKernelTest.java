package io.jnetlink.samples.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.CommandResult;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Gives the commands that were recorded as refused, by {@code ip} itself or by the kernel, to the installed {@code ip} and to
 * {@code jip} on the running kernel: both must end with the same exit status and the same complaint.
 *
 * <p>Each setup has namespaces of its own. A command that this kernel takes leaves a device behind, so the next one starts in a fresh
 * namespace.
 */
@InNetworkNamespace(limitSeconds = 300)
class LiveRefusalKernelTest {

    private static final Set<String> OWN_AREAS = Set.of("vxlan-refuse-ip", "vxlan-refuse-kernel", "vxlan-change");
    private static final Set<String> SHARED_AREAS = Set.of("vxlan-reject-user", "vxlan-reject-kernel", "vxlan-change");

    @Test
    void refusesWhatIpAndTheKernelRefuseInTheirWords(NamespaceShell shell) {
        Optional<String> dialect = new InstalledIp(shell).dialect();
        assumeTrue(dialect.isPresent(), "the installed ip, if any, is of no release that jip knows");
        Comparison comparison = new Comparison("refusals on the running kernel", KnownDifferences.inRequests());
        bySetup(dialect.get()).forEach((setup, records) -> {
            try (Sandbox sandbox = new Sandbox(setup, dialect.get())) {
                records.forEach(record -> sandbox.compare(record, comparison));
            }
        });
        System.out.println(comparison.summary());
        assertThat(comparison.failures()).isEmpty();
        assertThat(comparison.total()).isPositive();
    }

    private static Map<List<String>, List<GoldenRecord>> bySetup(String dialect) {
        List<GoldenRecord> records = new ArrayList<>(GoldenCorpus.own());
        records.removeIf(record -> !OWN_AREAS.contains(record.area()));
        records.addAll(GoldenCorpus.shared(SHARED_AREAS::contains));
        Map<List<String>, List<GoldenRecord>> bySetup = new LinkedHashMap<>();
        for (GoldenRecord record : records) {
            boolean ownLinksOnly =
                    record.namespaces().isEmpty() && !record.argv().contains("-n");
            if (record.exit() != 0 && ownLinksOnly && record.dialect().equals(dialect)) {
                bySetup.computeIfAbsent(record.setup(), setup -> new ArrayList<>())
                        .add(record);
            }
        }
        return bySetup;
    }

    /** A namespace that was set up, made anew when a command has changed it. Not thread-safe. */
    private static final class Sandbox implements AutoCloseable {

        private final List<String> setup;
        private final JipProgram jip;
        private NetworkNamespace namespace;
        private InstalledIp ip;

        Sandbox(List<String> setup, String dialect) {
            this.setup = setup;
            this.jip = JipProgram.live(dialect);
            this.namespace = NetworkNamespace.create();
            this.ip = prepared();
        }

        void compare(GoldenRecord record, Comparison comparison) {
            CommandResult theirs = ip.run(record.words());
            if (theirs.succeeded()) {
                comparison.skip("this kernel takes them");
                renew();
                return;
            }
            CommandResult ours = namespace.call(() -> jip.run(record.words()));
            comparison.add(record, difference(theirs, ours));
            if (ours.succeeded()) {
                renew();
            }
        }

        private static Optional<String> difference(CommandResult theirs, CommandResult ours) {
            boolean same = theirs.exitCode() == ours.exitCode()
                    && Complaints.withoutUsage(theirs.standardError())
                            .equals(Complaints.withoutUsage(ours.standardError()));
            return same ? Optional.empty() : Optional.of("ip  " + theirs + "\njip " + ours);
        }

        private void renew() {
            namespace.close();
            namespace = NetworkNamespace.create();
            ip = prepared();
        }

        private InstalledIp prepared() {
            InstalledIp fresh = new InstalledIp(new NamespaceShell(namespace));
            for (String command : setup) {
                fresh.mustRun(command.substring("ip ".length()));
            }
            return fresh;
        }

        @Override
        public void close() {
            namespace.close();
        }
    }
}
