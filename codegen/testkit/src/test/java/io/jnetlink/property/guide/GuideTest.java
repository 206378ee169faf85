package io.jnetlink.property.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guide shows code that is compiled and run here. */
class GuideTest {

    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));

    @ParameterizedTest
    @CsvSource({"guide, PlantProperties", "more, MorePlantProperties", "contract, PlantContractProperties"})
    void theExampleOfTheGuideIsTheOneThatRuns(String mark, String type) throws IOException {
        Path source = MODULE.resolve("src/test/java/io/jnetlink/property/guide/" + type + ".java");
        String[] parts = Files.readString(source).split("// " + mark + "\n");

        assertThat(parts).as("what stands between the marks of " + type).hasSize(2);
        assertThat(Files.readString(MODULE.resolve("README.md"))).contains("```java\n" + parts[1] + "```");
    }

    @Test
    void theFirstExampleHasTwentyLines() throws IOException {
        Path source = MODULE.resolve("src/test/java/io/jnetlink/property/guide/PlantProperties.java");

        assertThat(Files.readString(source).split("// guide\n")[1].lines()).hasSizeLessThanOrEqualTo(20);
    }
}
