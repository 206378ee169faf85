package io.jnetlink.samples.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.testkit.CommandResult;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs every recorded command by {@code jip} against a kernel in memory that answers as recorded, and holds what it sends, its exit
 * status and its complaint against those of {@code ip}.
 *
 * <p>Messages are compared byte for byte. Left out are the sequence number, the port id, and the value of IFLA_NET_NS_FD: it is the
 * number of a descriptor, which each process has its own of. Namespaces that the setup made can be opened by name; behind each is the
 * same kernel in memory.
 */
class VxlanRequestGoldenTest {

    @Test
    void sendsWhatIpSentInTheProjectsOwnRecordings() {
        require(compare("own recordings", GoldenCorpus.own()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vxlan-option",
                "vxlan-combo",
                "vxlan-change",
                "vxlan-reject-user",
                "vxlan-reject-kernel",
                "vxlan-ip71",
                "link-generic",
                "link-kind"
            })
    void sendsWhatIpSent(String area) {
        require(compare(area, shared(area)));
    }

    private static List<GoldenRecord> shared(String area) {
        List<GoldenRecord> records = GoldenCorpus.shared(area::equals);
        assumeTrue(!records.isEmpty(), "no recordings of " + area + " beside the project");
        return records;
    }

    private static void require(Comparison comparison) {
        System.out.println(comparison.summary());
        assertThat(comparison.failures()).isEmpty();
        assertThat(comparison.total()).isPositive();
    }

    private static Comparison compare(String name, List<GoldenRecord> records) {
        Comparison comparison = new Comparison("requests of " + name, KnownDifferences.inRequests());
        for (GoldenRecord record : records) {
            if (record.object().equals("link")) {
                comparison.add(record, difference(record));
            } else {
                comparison.skip(record.object());
            }
        }
        return comparison;
    }

    private static Optional<String> difference(GoldenRecord record) {
        RecordedKernel kernel = RecordedKernel.before(record);
        JipProgram jip = JipProgram.over(kernel.syscalls(), record.namespaces(), record.dialect());
        CommandResult result;
        try {
            result = jip.run(record.words());
        } catch (RuntimeException e) {
            return Optional.of("threw " + e);
        }
        List<String> differences = new ArrayList<>();
        describe(differences, "request", sent(record), sent(kernel));
        describe(differences, "exit", List.of(record.exit()), List.of(result.exitCode()));
        describe(
                differences,
                "stderr",
                List.of(Complaints.withoutUsage(record.stderr())),
                List.of(Complaints.withoutUsage(result.standardError())));
        if (kernel.syscalls().badDescriptorUses() != 0) {
            differences.add("used a descriptor that is closed");
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", differences));
    }

    private static List<String> sent(GoldenRecord record) {
        return record.changes().stream()
                .map(GoldenRecord.Request::bytes)
                .map(VxlanRequestGoldenTest::comparable)
                .toList();
    }

    private static List<String> sent(RecordedKernel kernel) {
        return kernel.changes().stream().map(VxlanRequestGoldenTest::comparable).toList();
    }

    private static String comparable(byte[] message) {
        return HexFormat.of().formatHex(new RawMessage(message).comparable());
    }

    private static void describe(List<String> differences, String what, List<?> expected, List<?> actual) {
        if (!expected.equals(actual)) {
            differences.add(what + "\n  ip  " + expected + "\n  jip " + actual);
        }
    }
}
