package io.jnetlink.samples.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jnetlink.testkit.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gives {@code jip} the whole dumps of recorded kernels and holds what it lists against what {@code ip} listed, link by link.
 */
class DumpShowGoldenTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern LINK_START = Pattern.compile("(?m)^(?=\\d+: )");
    private static final String QUIET_DUMP = "RTM_GETLINK ext_mask=VF|SKIP_STATS";

    @ParameterizedTest
    @ValueSource(strings = {"empty", "vnifilter", "many-vxlan", "diverse"})
    void listsTheLinksOfAKernel(String state) throws IOException {
        RecordedDump dump = recorded(state);
        Comparison comparison = new Comparison("links of " + state, KnownDifferences.inOutput());
        List<JsonNode> shown = compareJson(state, dump, comparison);
        compareText(state, dump, shown, comparison);
        System.out.println(comparison.summary());
        assertThat(comparison.failures()).isEmpty();
        assertThat(comparison.total()).isPositive();
    }

    private static List<JsonNode> compareJson(String state, RecordedDump dump, Comparison comparison)
            throws IOException {
        List<JsonNode> expected =
                links(dump.json("ip", "-d", "-j", "link", "show").orElseThrow());
        List<JsonNode> printed = links(JSON.readTree(run(dump, "-d", "-j", "link", "show")));
        assertThat(printed).as("links listed as JSON").hasSameSizeAs(expected);
        for (int link = 0; link < expected.size(); link++) {
            compare(
                    state + "/json/" + expected.get(link).get("ifname").asText(),
                    expected.get(link).toString(),
                    printed.get(link).toString(),
                    comparison);
        }
        return expected;
    }

    private static void compareText(String state, RecordedDump dump, List<JsonNode> shown, Comparison comparison) {
        Optional<String> text = dump.text("ip", "-d", "link", "show");
        if (text.isEmpty()) {
            return;
        }
        String[] expected = LINK_START.split(text.get());
        String[] printed = LINK_START.split(run(dump, "-d", "link", "show"));
        assertThat(printed).as("links listed as text").hasSameSizeAs(expected);
        for (int link = 0; link < expected.length; link++) {
            compare(
                    state + "/text/" + shown.get(link).get("ifname").asText(),
                    expected[link],
                    printed[link],
                    comparison);
        }
    }

    private static void compare(String id, String expected, String printed, Comparison comparison) {
        boolean same = Timers.stopped(expected).equals(Timers.stopped(printed));
        comparison.add(id, id, same ? Optional.empty() : Optional.of("ip  " + expected + "\njip " + printed));
    }

    private static List<JsonNode> links(JsonNode array) {
        List<JsonNode> links = new ArrayList<>();
        array.forEach(link -> {
            if (link instanceof ObjectNode node && !node.isEmpty()) {
                links.add(node);
            }
        });
        return links;
    }

    private static String run(RecordedDump dump, String... words) {
        RecordedKernel kernel = RecordedKernel.holding(dump.links(QUIET_DUMP));
        CommandResult result =
                JipProgram.over(kernel.syscalls(), List.of(), dump.dialect()).run(List.of(words));
        assertThat(result.exitCode()).as(result::standardError).isZero();
        return result.standardOutput();
    }

    private static RecordedDump recorded(String state) {
        Optional<Path> file = GoldenCorpus.sharedFolder()
                .map(folder -> folder.resolve("dumps").resolve(state + ".json"))
                .filter(Files::exists);
        assumeTrue(file.isPresent(), "no recorded state " + state + " beside the project");
        return RecordedDump.read(file.get());
    }
}
