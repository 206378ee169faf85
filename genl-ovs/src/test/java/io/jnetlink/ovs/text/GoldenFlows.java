package io.jnetlink.ovs.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jnetlink.ovs.flow.FlowAttrs;
import io.jnetlink.ovs.flow.FlowMessage;
import io.jnetlink.ovs.vport.VportAttrs;
import io.jnetlink.ovs.vport.VportMessage;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Commands of Open vSwitch 3.1 about flows, as recorded: the text given, the bytes sent and received, the text printed. */
final class GoldenFlows {

    private static final String FLOW = "ovs_flow";
    private static final String VPORT = "ovs_vport";
    /** Netlink and generic netlink headers. */
    private static final int HEADERS = 20;

    private static final int OVS_HEADER = 4;

    private final ObjectMapper json = new ObjectMapper();

    /**
     * One recorded command.
     *
     * @param words of the command line; none if there were several commands
     * @param sent attributes of flows in requests, in order; raw, as Open vSwitch numbers some actions its own way
     * @param received flows in answers, in order
     * @param names port names by number, as far as the capture has shown them
     * @param text what was printed
     */
    record Step(
            String id,
            List<String> words,
            List<Attributes> sent,
            List<FlowAttrs> received,
            Map<Long, String> names,
            String text,
            int exit,
            long monotonicMillis) {

        boolean does(String command) {
            return words.contains(command);
        }

        /** Words behind the command, without options. */
        List<String> argumentsOf(String command) {
            return words.subList(words.indexOf(command) + 1, words.size()).stream()
                    .filter(word -> !word.startsWith("-"))
                    .toList();
        }

        @Override
        public String toString() {
            return id + " " + String.join(" ", words);
        }
    }

    /** Where the recordings are, if they are there at all. */
    static Path folder() {
        return Path.of(System.getProperty("jnetlink.project", "..")).resolve("../shared/golden-ovs");
    }

    /** All steps of all captures. */
    static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                new GoldenFlows().addSteps(file, steps);
            }
        }
        return steps;
    }

    private void addSteps(Path file, List<Step> steps) throws IOException {
        Map<Long, String> names = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode record = json.readTree(line);
            List<FlowAttrs> received = new ArrayList<>();
            readReplies(record, received, names);
            boolean isOne = record.path("commands").size() == 1;
            steps.add(new Step(
                    record.path("id").asText(),
                    isOne ? shellWords(record.path("commands").get(0).asText()) : List.of(),
                    sent(record),
                    received,
                    Map.copyOf(names),
                    record.path("text").asText(),
                    record.path("exit").asInt(),
                    record.path("mono_ms").asLong(-1)));
        }
    }

    private static void readReplies(JsonNode record, List<FlowAttrs> flows, Map<Long, String> names) {
        for (int i = 0; i < record.path("replies").size(); i++) {
            JsonNode meta = record.path("reply_meta").get(i);
            String family = meta.path("family")
                    .asText(record.path("requests")
                            .path(meta.path("req").asInt())
                            .path("family")
                            .asText());
            byte[] bytes = HexFormat.of().parseHex(record.path("replies").get(i).asText());
            if (family.equals(FLOW)) {
                flows.add(flow(bytes));
            } else if (family.equals(VPORT)) {
                VportAttrs port = VportMessage.decode(NetlinkBuffer.wrap(bytes), HEADERS, bytes.length - HEADERS)
                        .attributes();
                names.put(port.portNo(), port.name());
            }
        }
    }

    private static List<Attributes> sent(JsonNode record) {
        List<Attributes> sent = new ArrayList<>();
        for (JsonNode request : record.path("requests")) {
            if (request.path("family").asText().equals(FLOW)) {
                byte[] bytes = HexFormat.of().parseHex(request.path("hex").asText());
                sent.add(Attributes.of(Arrays.copyOfRange(bytes, HEADERS + OVS_HEADER, bytes.length)));
            }
        }
        return sent;
    }

    private static FlowAttrs flow(byte[] message) {
        return FlowMessage.decode(NetlinkBuffer.wrap(message), HEADERS, message.length - HEADERS)
                .attributes();
    }

    private static List<String> shellWords(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean isQuoted = false;
        boolean isWord = false;
        for (char c : (command + " ").toCharArray()) {
            if (c == '\'') {
                isQuoted = !isQuoted;
                isWord = true;
            } else if (c == ' ' && !isQuoted) {
                if (isWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                isWord = false;
            } else {
                word.append(c);
                isWord = true;
            }
        }
        return words;
    }
}
