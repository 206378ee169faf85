package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.generator.testing.Sources;
import io.jnetlink.spec.SpecLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The text of generated sources, file by file, against {@code src/test/resources/golden/<case>/expected}.
 *
 * <p>{@code mvn test -Dtest=GoldenSourcesTest -Dupdate.golden} writes the folders anew; review the difference.
 */
class GoldenSourcesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @ValueSource(strings = {"tunnel"})
    void generatedTextIsAsExpected(String name) throws IOException {
        Path folder = GOLDEN.resolve(name);
        String spec = Files.readString(folder.resolve("spec.yaml"));
        Map<String, String> generated = new TreeMap<>();
        Sources.of(new SpecLoader().parse("tunnel.yaml", spec), "golden." + name, name + ".yaml")
                .byName()
                .forEach((type, text) -> generated.put(type.substring(type.lastIndexOf('.') + 1) + ".java", text));
        if (System.getProperty("update.golden") != null) {
            update(folder.resolve("expected"), generated);
        }

        assertThat(read(folder.resolve("expected"))).isEqualTo(generated);
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(folder)) {
            texts.put(file.getFileName().toString(), Files.readString(file));
        }
        return texts;
    }

    private static void update(Path folder, Map<String, String> texts) throws IOException {
        Files.createDirectories(folder);
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
