package io.jnetlink.ovs.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.flow.FlowAttrs;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Texts and bytes of recorded commands of ovs-dpctl 3.1. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowTextGoldenTest {

    private static final int KEY = 1;
    private static final int ACTIONS = 2;
    private static final int MASK = 7;
    private static final int UFID = 9;

    private static final Pattern USED = Pattern.compile("used:(-?[0-9.]+)s");
    /** The recorded clock is that of the end of the dump, printing came later. */
    private static final double USED_TOLERANCE = 0.5;

    /** Of actions that text cannot hold byte for byte, as it cannot in Open vSwitch. */
    private static final List<String> LOSSY = List.of(
            // Flags of a tunnel stand at the end of the text, and ports behind them in what ovs-vswitchd sends.
            "set(tunnel(",
            // The usual event mask is not written.
            "ct(commit",
            // Cookies hold the identifier of a bridge, which is not written.
            "userspace(pid=4294967295",
            // A probe has the probability behind the actions.
            "sample(sample=100.0%,actions(sample(");

    private List<GoldenFlows.Step> steps = List.of();

    @BeforeAll
    void recordingsAreThere() throws IOException {
        assumeTrue(Files.isDirectory(GoldenFlows.folder()), "no recordings");
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the recordings are little-endian");
        steps = GoldenFlows.steps();
    }

    @Test
    void textOfCommandsBecomesTheBytesThatWereSent() {
        int matched = 0;
        int total = 0;
        Set<String> texts = new TreeSet<>();
        List<String> known = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (GoldenFlows.Step step : steps) {
            for (String command : List.of("add-flow", "mod-flow", "del-flow", "get-flow")) {
                if (!step.does(command)) {
                    continue;
                }
                total++;
                texts.add(String.join(" ", step.argumentsOf(command)).replaceFirst("ufid:[0-9a-f-]+,?", ""));
                String difference = compareRequest(step, step.argumentsOf(command));
                if (KnownDifferences.ofRequest(step.id()).isPresent()) {
                    known.add(step.id() + ": "
                            + KnownDifferences.ofRequest(step.id()).get());
                } else if (difference.isEmpty()) {
                    matched++;
                } else {
                    differences.add(step + "\n    " + difference);
                }
            }
        }
        System.out.printf(
                "flow texts to requests: %d of %d steps match (%d different texts), %d known differences%n",
                matched, total, texts.size(), known.size());
        known.forEach(line -> System.out.println("  " + line));
        assertThat(differences).isEmpty();
        assertThat(matched).isPositive();
    }

    /** Empty if the text makes what was sent, or is refused where it was. */
    private static String compareRequest(GoldenFlows.Step step, List<String> arguments) {
        FlowText text = FlowText.brief().acceptingNames(PortNames.of(step.names()));
        FlowMatch match;
        ActionAttrs actions;
        try {
            match = text.parseMatch(arguments.get(1));
            actions = text.parseActions(arguments.size() > 2 ? arguments.get(2) : "");
        } catch (FlowSyntaxException e) {
            return step.sent().isEmpty() ? "" : "refused: " + e.getMessage();
        }
        if (step.sent().isEmpty()) {
            return "not refused";
        }
        Attributes sent = step.sent().get(0);
        List<String> differences = new ArrayList<>();
        compare("ufid", sent.has(UFID) ? sent.get(UFID) : new byte[0], ufid(match), differences);
        compareIfSent(sent, KEY, match.key().toByteArray(), differences);
        compareIfSent(sent, MASK, match.mask().toByteArray(), differences);
        compareIfSent(sent, ACTIONS, actions.toByteArray(), differences);
        return String.join("\n    ", differences);
    }

    private static void compareIfSent(Attributes sent, int attribute, byte[] actual, List<String> differences) {
        if (sent.has(attribute)) {
            compare("attribute " + attribute, sent.get(attribute), actual, differences);
        }
    }

    private static byte[] ufid(FlowMatch match) {
        return match.ufid().map(Ufid::toByteArray).orElse(new byte[0]);
    }

    private static void compare(String what, byte[] expected, byte[] actual, List<String> differences) {
        if (!Arrays.equals(expected, actual)) {
            HexFormat hex = HexFormat.of();
            differences.add(what + " " + hex.formatHex(expected) + "\n     not " + hex.formatHex(actual));
        }
    }

    @Test
    void receivedFlowsArePrintedAsTheyWere() {
        int matched = 0;
        int exact = 0;
        int total = 0;
        List<String> differences = new ArrayList<>();
        for (GoldenFlows.Step step : steps) {
            if (step.exit() != 0 || !(step.does("dump-flows") || step.does("get-flow"))) {
                continue;
            }
            List<String> lines = step.text().lines().toList();
            total += lines.size();
            if (lines.size() != step.received().size()) {
                differences.add(step + ": " + lines.size() + " lines, "
                        + step.received().size() + " flows");
                continue;
            }
            for (int i = 0; i < lines.size(); i++) {
                String printed = printed(step, step.received().get(i));
                String expected = KnownDifferences.line(lines.get(i), step.does("-m"));
                if (isSame(expected, printed, step.monotonicMillis() >= 0)) {
                    matched++;
                    exact += expected.equals(lines.get(i)) ? 1 : 0;
                } else {
                    differences.add(step.id() + "\n  " + expected + "\n  " + printed);
                }
            }
        }
        System.out.printf(
                "replies to lines of dump-flows: %d of %d match, %d of them without a known difference%n",
                matched, total, exact);
        assertThat(differences).isEmpty();
        assertThat(matched).isPositive();
    }

    private static String printed(GoldenFlows.Step step, FlowAttrs flow) {
        FlowText text = step.does("-m") ? FlowText.verbose() : FlowText.brief();
        if (step.does("--names")) {
            text = text.withNames(PortNames.of(step.names()));
        }
        return text.line(flow, step.monotonicMillis());
    }

    private static boolean isSame(String expected, String printed, boolean clockIsKnown) {
        Matcher theirs = USED.matcher(expected);
        Matcher ours = USED.matcher(printed);
        if (!theirs.find() || !ours.find()) {
            return expected.equals(printed);
        }
        double apart = Math.abs(Double.parseDouble(theirs.group(1)) - Double.parseDouble(ours.group(1)));
        return theirs.replaceAll("used").equals(ours.replaceAll("used")) && (apart <= USED_TOLERANCE || !clockIsKnown);
    }

    @Test
    void printedLinesAreReadBack() {
        List<String> differences = new ArrayList<>();
        int read = 0;
        for (GoldenFlows.Step step : steps) {
            if (step.exit() == 0 && step.does("dump-flows") && step.does("-m")) {
                FlowText text = FlowText.verbose().withNames(PortNames.of(step.names()));
                for (int i = 0; i < step.received().size(); i++) {
                    String difference = readBack(text, step, step.received().get(i));
                    read++;
                    if (!difference.isEmpty()) {
                        differences.add(step.id() + " " + difference);
                    }
                }
            }
        }
        System.out.printf("%d lines read back%n", read);
        assertThat(differences).isEmpty();
    }

    /** Printing again what was read must give the same line. */
    private static String readBack(FlowText text, GoldenFlows.Step step, FlowAttrs flow) {
        String line = text.line(flow, step.monotonicMillis());
        FlowLine read;
        try {
            read = text.parseLine(line);
        } catch (FlowSyntaxException e) {
            return e.getMessage();
        }
        String match = text.match(read.match().key(), read.match().mask());
        String actions = text.actions(read.actions());
        boolean isSame =
                (line.contains(match) || KnownDifferences.isReadOtherwise(line)) && line.endsWith("actions:" + actions);
        return isSame ? "" : line + "\n  " + match + " actions:" + actions;
    }

    @Test
    void everyFlowThatWasSentIsReadBack() {
        List<String> differences = new ArrayList<>();
        int read = 0;
        int sameBytes = 0;
        for (GoldenFlows.Step step : steps) {
            for (Attributes sent : step.sent()) {
                if (sent.has(KEY)) {
                    byte[] mask = sent.has(MASK) ? sent.get(MASK) : null;
                    String text = matchText(sent.get(KEY), mask);
                    FlowMatch match = FlowText.verbose().parseMatch(text);
                    String again = matchText(
                            match.key().toByteArray(),
                            mask == null ? null : match.mask().toByteArray());
                    read++;
                    sameBytes += Arrays.equals(sent.get(KEY), match.key().toByteArray()) ? 1 : 0;
                    if (!again.equals(text) && !KnownDifferences.isReadOtherwise(text)) {
                        differences.add(step.id() + "\n  " + text + "\n  " + again);
                    }
                }
            }
        }
        System.out.printf("%d sent matches read back, %d keys of them to the same bytes%n", read, sameBytes);
        assertThat(differences).isEmpty();
        assertThat(read).isPositive();
    }

    private static String matchText(byte[] key, byte @Nullable [] mask) {
        StringBuilder out = new StringBuilder();
        MatchText.format(out, key, mask, new TextContext(PortNames.none(), PortNames.none(), true, 0));
        return out.toString();
    }

    @Test
    void actionsThatWereSentAreReadBackToTheSameBytes() {
        Set<String> differences = new TreeSet<>();
        int same = 0;
        for (GoldenFlows.Step step : steps) {
            for (Attributes sent : step.sent()) {
                if (sent.has(ACTIONS) && KnownDifferences.ofRequest(step.id()).isEmpty()) {
                    StringBuilder text = new StringBuilder();
                    ActionsText.format(
                            text, sent.get(ACTIONS), new TextContext(PortNames.none(), PortNames.none(), true, 0));
                    byte[] read = FlowText.brief().parseActions(text.toString()).toByteArray();
                    if (Arrays.equals(read, sent.get(ACTIONS))) {
                        same++;
                    } else {
                        differences.add(text.toString());
                    }
                }
            }
        }
        System.out.printf(
                "%d sent lists of actions read back to the same bytes, %d different ones not%n",
                same, differences.size());
        assertThat(same).isPositive();
        assertThat(differences).allMatch(text -> LOSSY.stream().anyMatch(text::contains));
    }
}
