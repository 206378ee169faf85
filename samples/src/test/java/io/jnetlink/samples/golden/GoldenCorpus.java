package io.jnetlink.samples.golden;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The recordings: the project's own, which is always there, and the larger ones beside the project where there are any.
 *
 * <p>Immutable.
 */
final class GoldenCorpus {

    private static final String OWN = "/golden/vxlan.jsonl";
    private static final ObjectReader READER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(GoldenRecord.class);

    private GoldenCorpus() {}

    /** The project's own recordings. */
    static List<GoldenRecord> own() {
        try (InputStream file = GoldenCorpus.class.getResourceAsStream(OWN)) {
            if (file == null) {
                throw new IllegalStateException("no " + OWN + " on the class path");
            }
            return parse(OWN, new String(file.readAllBytes(), StandardCharsets.UTF_8).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recordings beside the project whose file names, without the ending, are chosen; none where there is no such folder. */
    static List<GoldenRecord> shared(Predicate<String> areas) {
        return sharedFolder().map(folder -> read(folder, areas)).orElse(List.of());
    }

    /** The folder of recordings beside the project. */
    static Optional<Path> sharedFolder() {
        return Optional.ofNullable(System.getProperty("jnetlink.project"))
                .map(project -> Path.of(project, "..", "shared", "golden"))
                .filter(Files::isDirectory);
    }

    private static List<GoldenRecord> read(Path folder, Predicate<String> areas) {
        List<GoldenRecord> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".jsonl") && areas.test(name.substring(0, name.length() - ".jsonl".length()))) {
                    records.addAll(parse(name, Files.readString(file).lines()));
                }
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<GoldenRecord> parse(String name, Stream<String> lines) throws IOException {
        List<GoldenRecord> records = new ArrayList<>();
        for (String line : lines.toList()) {
            try {
                records.add(READER.readValue(line));
            } catch (IOException e) {
                throw new IOException(name + ", line " + (records.size() + 1), e);
            }
        }
        return records;
    }
}
