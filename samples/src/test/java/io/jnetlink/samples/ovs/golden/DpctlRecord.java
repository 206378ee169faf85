package io.jnetlink.samples.ovs.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A recorded run of {@code ovs-dpctl}.
 *
 * <p>Immutable.
 *
 * @param id capture and step
 * @param area kind of step
 * @param command the shell command
 * @param requests what was sent, in order
 * @param text standard output
 * @param complaints lines of standard error that begin with the program's name, without it
 * @param exit status
 * @param monotonicMillis the clock at the end of a dump; -1 if it is not known
 * @param families numbers of the generic families by name
 */
record DpctlRecord(
        String id,
        String area,
        String command,
        List<Sent> requests,
        String text,
        List<String> complaints,
        int exit,
        long monotonicMillis,
        Map<String, Integer> families) {

    private static final String PROGRAM = "ovs-dpctl ";

    /** A request and all its answers. */
    record Sent(String family, byte[] bytes, List<byte[]> replies) {}

    static DpctlRecord of(JsonNode json) {
        Map<String, Integer> families = new HashMap<>();
        json.path("families")
                .fieldNames()
                .forEachRemaining(name ->
                        families.put(name, json.path("families").path(name).asInt()));
        return new DpctlRecord(
                json.path("id").asText(),
                json.path("area").asText(),
                json.path("commands").path(0).asText(),
                requests(json),
                json.path("text").asText(),
                json.path("stderr")
                        .asText()
                        .lines()
                        .filter(line -> line.startsWith("ovs-dpctl: "))
                        .map(line -> line.substring("ovs-dpctl: ".length()))
                        .toList(),
                json.path("exit").asInt(),
                json.path("mono_ms").asLong(-1),
                families);
    }

    private static List<Sent> requests(JsonNode json) {
        Map<Integer, List<byte[]>> replies = new HashMap<>();
        for (int i = 0; i < json.path("replies").size(); i++) {
            int request = json.path("reply_meta").get(i).path("req").asInt();
            replies.computeIfAbsent(request, r -> new ArrayList<>())
                    .add(HexFormat.of().parseHex(json.path("replies").get(i).asText()));
        }
        List<Sent> requests = new ArrayList<>();
        for (JsonNode request : json.path("requests")) {
            int index = request.path("replies_same_as").asInt(requests.size());
            requests.add(new Sent(
                    request.path("family").asText(),
                    HexFormat.of().parseHex(request.path("hex").asText()),
                    replies.getOrDefault(index, List.of())));
        }
        return requests;
    }

    /** Whether it is a single run of {@code ovs-dpctl}, perhaps behind another command. */
    boolean isOneRun() {
        int start = command.lastIndexOf(PROGRAM);
        return start >= 0 && command.indexOf(PROGRAM) == start && !command.startsWith("printf");
    }

    /** The words behind {@code ovs-dpctl}. */
    List<String> words() {
        String line = command.substring(command.lastIndexOf(PROGRAM) + PROGRAM.length());
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean begun = false;
        for (char c : line.toCharArray()) {
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                begun = true;
            } else if (quote == 0 && c == ' ') {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    /** Whether a word is among those of the command. */
    boolean does(String word) {
        return words().contains(word);
    }
}
