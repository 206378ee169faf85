package io.jnetlink.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the documentation shows is what the project below {@code src/it/consumer} does. */
class ReadmeTest {

    private static final Path CONSUMER = Path.of("src/it/consumer");

    @Test
    void theConfigurationIsThatOfTheConsumer() throws IOException {
        String pom = Files.readString(CONSUMER.resolve("pom.xml"));

        assertThat(pom)
                .contains(shown("xml").replaceAll("<version>[^<]*</version>", "<version>@project.version@</version>"));
    }

    @Test
    void theProgramIsThatOfTheConsumer() throws IOException {
        String program = Files.readString(CONSUMER.resolve("src/main/java/org/example/Gardener.java"));

        assertThat(program.replaceAll("(?m)^ {8}", "")).contains(shown("java"));
    }

    private static String shown(String language) throws IOException {
        String text = Files.readString(Path.of("../README.md"));
        int start = text.indexOf("```" + language + "\n") + language.length() + 4;
        return text.substring(start, text.indexOf("```", start));
    }
}
