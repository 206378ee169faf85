package io.jnetlink.testkit.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of cases, which lie in {@code ../shared/cases} beside the project, where there are any.
 *
 * <p>Stateless; thread-safe. The project is where the system property {@code jnetlink.project} says.
 */
public final class CaseFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseFile() {}

    /**
     * Reads the cases of some files.
     *
     * @param names file names, such as {@code core.jsonl}
     * @return the cases in their order; none of a file that is not there
     * @throws IOException when a file cannot be read, or a line is no JSON
     */
    public static Stream<FieldCase> read(String... names) throws IOException {
        Stream.Builder<FieldCase> cases = Stream.builder();
        for (String name : names) {
            for (String line : lines(name)) {
                if (!line.isBlank()) {
                    JsonNode json = JSON.readTree(line);
                    cases.add(new FieldCase(
                            json.path("id").asText(), json.path("kind").asText(), json));
                }
            }
        }
        return cases.build();
    }

    private static List<String> lines(String name) throws IOException {
        Path file = Path.of(System.getProperty("jnetlink.project", ".."), "..", "shared", "cases", name);
        return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
    }
}
