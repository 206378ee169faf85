package io.jnetlink.vxlan.cases;

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

    /** The cases of some files, in their order; none if the files are not there. */
    static Stream<Case> read(String... names) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String name : names) {
            Path file = Path.of(System.getProperty("jnetlink.project", ".."), "..", "shared", "cases", name);
            if (Files.isReadable(file)) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode json = JSON.readTree(line);
                    cases.add(
                            new Case(json.path("id").asText(), json.path("kind").asText(), json));
                }
            }
        }
        return cases.stream();
    }
}
