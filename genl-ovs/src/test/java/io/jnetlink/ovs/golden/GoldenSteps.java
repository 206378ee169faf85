package io.jnetlink.ovs.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Reads recorded steps, which lie in {@code ../shared/golden-ovs} beside the project, where there are any. */
public final class GoldenSteps {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GoldenSteps() {}

    /** Whether a capture is there. */
    public static boolean has(String capture) {
        return Files.isReadable(file(capture));
    }

    /** All steps of a capture, in their order. */
    public static List<GoldenStep> of(String capture) {
        try {
            List<GoldenStep> steps = new ArrayList<>();
            for (String line : Files.readAllLines(file(capture))) {
                steps.add(step(JSON.readTree(line)));
            }
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String capture) {
        String project = System.getProperty("jnetlink.project", "..");
        return Path.of(project, "..", "shared", "golden-ovs", capture + ".jsonl");
    }

    private static GoldenStep step(JsonNode json) {
        List<String> commands = new ArrayList<>();
        json.path("commands").forEach(command -> commands.add(command.asText()));
        Map<String, Integer> families = new HashMap<>();
        json.path("families")
                .properties()
                .forEach(f -> families.put(f.getKey(), f.getValue().asInt()));
        return new GoldenStep(
                json.path("id").asText(),
                json.path("area").asText(),
                commands,
                requests(json),
                json.path("exit").asInt(),
                families);
    }

    private static List<GoldenRequest> requests(JsonNode json) {
        Map<Integer, List<byte[]>> replies = new HashMap<>();
        for (int i = 0; i < json.path("replies").size(); i++) {
            int request = json.path("reply_meta").get(i).path("req").asInt();
            replies.computeIfAbsent(request, r -> new ArrayList<>())
                    .add(HexFormat.of().parseHex(json.path("replies").get(i).asText()));
        }
        List<GoldenRequest> requests = new ArrayList<>();
        for (JsonNode request : json.path("requests")) {
            int index = request.path("replies_same_as").asInt(requests.size());
            requests.add(new GoldenRequest(
                    request.path("family").asText(),
                    request.path("cmd").asText(),
                    HexFormat.of().parseHex(request.path("hex").asText()),
                    replies.getOrDefault(index, List.of()),
                    !request.has("replies_left_out")));
        }
        return requests;
    }
}
