package io.jnetlink.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Cases from the field, one JSON object in a line; they lie beside the project, where there are any. */
final class CaseFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseFile() {}

    /** One case. */
    record Case(String id, String kind, JsonNode json) {

        @Override
        public String toString() {
            return id + " " + json.path("title").asText();
        }
    }

    /** All cases of a file; none if the file is not there. */
    static List<Case> read(String name) throws IOException {
        Path file = Path.of(System.getProperty("jnetlink.project", ".."), "..", "shared", "cases", name);
        if (!Files.isReadable(file)) {
            return List.of();
        }
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode json = JSON.readTree(line);
                cases.add(new Case(json.path("id").asText(), json.path("kind").asText(), json));
            }
        }
        return cases;
    }

    /** The cases of some kinds. */
    static Stream<Case> ofKinds(String name, List<String> kinds) throws IOException {
        return read(name).stream().filter(c -> kinds.contains(c.kind()));
    }
}
