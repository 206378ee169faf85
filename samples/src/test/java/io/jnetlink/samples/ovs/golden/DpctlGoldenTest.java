package io.jnetlink.samples.ovs.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jnetlink.samples.ovs.JovsRun;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gives {@code jovs} the commands of recorded runs of {@code ovs-dpctl} 3.1 and a kernel that answers as the recorded one
 * did, and compares exit status, standard output, complaints, and all requests that change something.
 */
class DpctlGoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "qemu-upcall"
            })
    void doesWhatDpctlDid(String capture) throws IOException {
        Path file =
                Path.of(System.getProperty("jnetlink.project", ".."), "..", "shared", "golden-ovs", capture + ".jsonl");
        assumeTrue(Files.isReadable(file), "no recordings");
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the recordings are little-endian");
        Map<String, int[]> areas = new TreeMap<>();
        Map<String, Integer> known = new TreeMap<>();
        List<String> unexplained = new ArrayList<>();
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
            List<String> differences = differences(record, seen);
            if (differences.isEmpty()) {
                counts[0]++;
            } else {
                KnownDifferences.reason(record, differences)
                        .ifPresentOrElse(
                                reason -> known.merge(reason, 1, Integer::sum),
                                () -> unexplained.add(record.id() + ": " + record.command() + "\n    "
                                        + String.join("\n    ", differences)));
            }
        }
        areas.forEach((area, counts) ->
                System.out.println(capture + " " + area + ": " + counts[0] + "/" + counts[1] + " the same"));
        known.forEach((reason, count) -> System.out.println("  " + count + " differ: " + reason));
        assertThat(unexplained).isEmpty();
        assertThat(areas.values().stream().mapToInt(counts -> counts[0]).sum()).isPositive();
    }

    private static List<String> differences(DpctlRecord record, SeenObjects seen) {
        RecordedDatapaths kernel = new RecordedDatapaths(record, seen);
        JovsRun run;
        try {
            run = JovsRun.of(kernel.kernel(), record.monotonicMillis(), "", record.words());
        } catch (RuntimeException e) {
            return List.of("threw " + e);
        }
        List<String> differences = new ArrayList<>();
        compare("exit", List.of("" + record.exit()), List.of("" + run.status()), differences);
        compare("complaints", record.complaints(), run.complaints(), differences);
        compare("requests", GoldenChanges.of(record), kernel.changes(), differences);
        compare(
                "text",
                DpctlText.comparable(DpctlText.repaired(record.text())),
                DpctlText.comparable(run.out()),
                differences);
        if (!differences.isEmpty()) {
            differences.add("standard error " + run.err());
        }
        return differences;
    }

    private static void compare(String what, List<String> recorded, List<String> ours, List<String> differences) {
        if (recorded.equals(ours)) {
            return;
        }
        List<String> missing = new ArrayList<>(recorded);
        missing.removeAll(ours);
        List<String> extra = new ArrayList<>(ours);
        extra.removeAll(recorded);
        differences.add(what + ": recorded " + String.join("\n      ", missing) + "\n      ours "
                + String.join("\n      ", extra));
    }

    @Test
    void wordsOfAShellAreCutAsAShellCutsThem() {
        DpctlRecord record = new DpctlRecord(
                "id", "area", "ip link; ovs-dpctl add-flow  'a b' \"\" c'd'", List.of(), "", List.of(), 0, 0, Map.of());

        assertThat(record.words()).containsExactly("add-flow", "a b", "", "cd");
    }
}
