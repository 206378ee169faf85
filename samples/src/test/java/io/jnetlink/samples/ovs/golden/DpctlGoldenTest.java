package io.jnetlink.samples.ovs.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jnetlink.samples.ovs.JovsRun;
import io.jnetlink.samples.ovs.golden.Difference.Aspect;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gives {@code jovs} the commands of recorded runs of {@code ovs-dpctl} 3.1 and a kernel that answers as the recorded one
 * did, and compares exit status, standard output, complaints, and all requests that change something.
 */
class DpctlGoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> captures() {
        return Stream.of(
                "uml-ports",
                "qemu-ports",
                "uml-flows",
                "qemu-flows",
                "uml-meters",
                "qemu-meters",
                "uml-stale",
                "uml-vsctl",
                "qemu-vsctl",
                "uml-traffic",
                "qemu-traffic",
                "uml-upcall",
                "qemu-upcall");
    }

    @ParameterizedTest
    @MethodSource("captures")
    void doesWhatDpctlDid(String capture) throws IOException {
        Path file =
                Path.of(System.getProperty("jnetlink.project", ".."), "..", "shared", "golden-ovs", capture + ".jsonl");
        assumeTrue(Files.isReadable(file), "no recordings");
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the recordings are little-endian");
        Map<String, int[]> areas = new TreeMap<>();
        Map<String, Integer> reasons = new TreeMap<>();
        List<String> unexplained = new ArrayList<>();
        KnownDifferences known = KnownDifferences.in(capture);
        SeenObjects seen = new SeenObjects();
        for (String line : Files.readAllLines(file)) {
            DpctlRecord record = DpctlRecord.of(JSON.readTree(line));
            seen.learn(record);
            // Tracked connections are not datapaths' business.
            if (!record.isOneRun() || record.area().equals("ct-dump")) {
                continue;
            }
            int[] counts = areas.computeIfAbsent(record.area(), area -> new int[2]);
            counts[1]++;
            List<Difference> differences = differences(record, seen);
            if (differences.isEmpty()) {
                counts[0]++;
            } else {
                known.reason(record.id(), differences)
                        .ifPresentOrElse(
                                reason -> reasons.merge(reason, 1, Integer::sum),
                                () -> unexplained.add(explain(record, differences)));
            }
        }
        areas.forEach((area, counts) ->
                System.out.println(capture + " " + area + ": " + counts[0] + "/" + counts[1] + " the same"));
        reasons.forEach((reason, count) -> System.out.println("  " + count + " differ: " + reason));
        assertThat(unexplained).isEmpty();
        assertThat(known.outdated()).as("entries that explain nothing").isEmpty();
        assertThat(areas.values().stream().mapToInt(counts -> counts[0]).sum()).isPositive();
    }

    private static String explain(DpctlRecord record, List<Difference> differences) {
        return record.id() + ": " + record.command()
                + differences.stream().map(difference -> "\n    " + difference).collect(Collectors.joining());
    }

    private static List<Difference> differences(DpctlRecord record, SeenObjects seen) {
        RecordedDatapaths kernel = new RecordedDatapaths(record, seen);
        JovsRun run;
        try {
            run = JovsRun.of(kernel.kernel(), record.monotonicMillis(), "", record.words());
        } catch (RuntimeException e) {
            return List.of(new Difference(Aspect.CRASH, e.toString()));
        }
        List<Difference> differences = new ArrayList<>();
        differences.addAll(Difference.between(Aspect.EXIT, List.of("" + record.exit()), List.of("" + run.status())));
        differences.addAll(Difference.between(Aspect.COMPLAINTS, record.complaints(), run.complaints()));
        differences.addAll(Difference.between(Aspect.REQUESTS, GoldenChanges.of(record), kernel.changes()));
        differences.addAll(Difference.between(
                Aspect.OUTPUT,
                DpctlText.comparable(DpctlText.repaired(record.text())),
                DpctlText.comparable(run.out())));
        return differences;
    }

    @Test
    void wordsOfAShellAreCutAsAShellCutsThem() {
        DpctlRecord record = new DpctlRecord(
                "id", "area", "ip link; ovs-dpctl add-flow  'a b' \"\" c'd'", List.of(), "", List.of(), 0, 0, Map.of());

        assertThat(record.words()).containsExactly("add-flow", "a b", "", "cd");
    }
}
