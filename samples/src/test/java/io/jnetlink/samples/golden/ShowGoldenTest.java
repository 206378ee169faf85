package io.jnetlink.samples.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jnetlink.testkit.CommandResult;
import io.jnetlink.wire.MessageFlags;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gives {@code jip} the messages of recorded kernels and holds what it prints against what {@code ip} printed of them, text and JSON,
 * in the dialect that was recorded.
 *
 * <p>Text is compared character for character, JSON value for value with its keys in order. Where a recording kept the link's
 * IFLA_LINKINFO only, the rest of the message is made from the recorded JSON.
 */
class ShowGoldenTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void printsWhatIpPrintedInTheProjectsOwnRecordings() {
        require(compare("own recordings", GoldenCorpus.own()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vxlan-option", "vxlan-combo", "vxlan-change", "vxlan-ip71", "link-generic", "link-kind"})
    void printsWhatIpPrinted(String area) {
        require(compare(area, shared(area)));
    }

    @ParameterizedTest
    @ValueSource(strings = "link-read")
    void printsWhatIpRead(String area) {
        Comparison comparison = new Comparison("output of " + area, KnownDifferences.inOutput());
        for (GoldenRecord record : shared(area)) {
            Optional<LinkTable> links = answered(record);
            if (!record.object().equals("link") || links.isEmpty()) {
                comparison.skip("not a view of links alone");
            } else {
                comparison.add(record, difference(record, links.get(), record.words(), record.stdout()));
            }
        }
        require(comparison);
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
        Comparison comparison = new Comparison("output of " + name, KnownDifferences.inOutput());
        for (GoldenRecord record : records) {
            if (record.showText() == null || record.showArgv() == null || record.showJson() == null) {
                comparison.skip("nothing was shown");
            } else if (!isPlainLinkView(record.showArgv())) {
                comparison.skip("not the view of a link, or one of another namespace");
            } else {
                Optional<LinkTable> links =
                        shownLink(record).map(link -> around(record).with(link));
                if (links.isEmpty()) {
                    comparison.skip("message cannot be made again");
                } else {
                    comparison.add(record, difference(record, links.get()));
                }
            }
        }
        return comparison;
    }

    private static boolean isPlainLinkView(List<String> argv) {
        return argv.get(0).equals("ip") && argv.contains("link") && !argv.contains("-n");
    }

    private static Optional<byte[]> shownLink(GoldenRecord record) {
        if (record.afterLink().isPresent()) {
            return record.afterLink();
        }
        JsonNode shown = record.showJson();
        if (shown == null || shown.size() != 1) {
            return Optional.empty();
        }
        JsonNode link = shown.get(0);
        Optional<byte[]> linkinfo = record.afterLinkinfo();
        return linkinfo.isPresent() == link.has("linkinfo")
                ? ShownLink.encode(link, linkinfo.orElseGet(() -> new byte[0]), record.linksBefore())
                : Optional.empty();
    }

    /**
     * The links around the one that is shown; none where all there are were shown. Of the one below it only this is known: whether it
     * was up.
     */
    private static LinkTable around(GoldenRecord record) {
        if (record.showArgv() == null || !record.showArgv().contains("dev")) {
            return LinkTable.empty();
        }
        LinkTable links = LinkTable.before(record);
        JsonNode shown = record.showJson() == null
                ? MissingNode.getInstance()
                : record.showJson().path(0);
        String below = shown.path("link").asText();
        boolean down = shown.path("flags").toString().contains("\"M-DOWN\"");
        return record.linksBefore().containsKey(below) && !down ? links.withUp(below) : links;
    }

    /** The links as the kernel described them to the command: those of a dump, and those it looked up besides. */
    private static Optional<LinkTable> answered(GoldenRecord record) {
        boolean dumped = record.requests().stream().anyMatch(ShowGoldenTest::isDump);
        LinkTable links = LinkTable.empty();
        int replies = 0;
        for (GoldenRecord.Request request : record.requests()) {
            if (!request.type().equals("RTM_GETLINK") && !request.role().equals("probe")) {
                return Optional.empty();
            }
            for (byte[] reply : request.replyBytes()) {
                if (new RawMessage(reply).type() == RawMessage.RTM_NEWLINK) {
                    links = dumped && !isDump(request) ? links.withUnlisted(reply) : links.with(reply);
                    replies++;
                }
            }
        }
        return replies > 0 ? Optional.of(links) : Optional.empty();
    }

    private static boolean isDump(GoldenRecord.Request request) {
        return (new RawMessage(request.bytes()).flags() & MessageFlags.DUMP) == MessageFlags.DUMP;
    }

    private static Optional<String> difference(GoldenRecord record, LinkTable links) {
        List<String> differences = new ArrayList<>();
        List<String> text = record.showArgv().subList(1, record.showArgv().size());
        difference(record, links, text, record.showText()).ifPresent(differences::add);
        List<String> json = new ArrayList<>(List.of("-j"));
        json.addAll(text);
        jsonDifference(record, links, json).ifPresent(differences::add);
        List<GoldenRecord.Show> more = record.showMore() == null ? List.of() : record.showMore();
        for (GoldenRecord.Show show : more) {
            if (isPlainLinkView(show.showArgv()) && show.showText() != null) {
                List<String> words = show.showArgv().subList(1, show.showArgv().size());
                difference(record, links, words, show.showText()).ifPresent(differences::add);
            }
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", differences));
    }

    private static Optional<String> difference(
            GoldenRecord record, LinkTable links, List<String> words, String expected) {
        String printed = print(record, links, words);
        return Timers.stopped(printed).equals(Timers.stopped(expected))
                ? Optional.empty()
                : Optional.of(String.join(" ", words) + "\n  ip  " + expected + "\n  jip " + printed);
    }

    private static Optional<String> jsonDifference(GoldenRecord record, LinkTable links, List<String> words) {
        String expected = record.showJsonRaw() != null ? record.showJsonRaw() : String.valueOf(record.showJson());
        String printed = print(record, links, words);
        String comparable = record.showJsonRaw() != null ? printed : inOneForm(printed);
        return Timers.stopped(comparable).equals(Timers.stopped(expected))
                ? Optional.empty()
                : Optional.of(String.join(" ", words) + "\n  ip  " + expected + "\n  jip " + comparable);
    }

    private static String print(GoldenRecord record, LinkTable links, List<String> words) {
        RecordedKernel kernel = RecordedKernel.holding(links);
        try {
            CommandResult result = JipProgram.over(kernel.syscalls(), record.namespaces(), record.dialect())
                    .run(words);
            return result.succeeded()
                    ? result.standardOutput()
                    : "ended with " + result.exitCode() + ": " + result.standardError();
        } catch (RuntimeException e) {
            return "threw " + e;
        }
    }

    private static String inOneForm(String json) {
        try {
            return String.valueOf(JSON.readTree(json));
        } catch (IOException e) {
            return json;
        }
    }
}
