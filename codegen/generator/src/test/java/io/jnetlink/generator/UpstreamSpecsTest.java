package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.generator.testing.Compilation;
import io.jnetlink.generator.testing.Sources;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.spec.SpecLoader;
import io.jnetlink.spec.ir.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every spec of the kernel generates, compiles without a warning, and its schema loads. */
class UpstreamSpecsTest {

    private static final Path SPECS =
            Path.of(System.getProperty("jnetlink.project", "../..")).resolve("../shared/ynl-specs");

    @TestFactory
    List<DynamicTest> everySpec() throws IOException {
        assumeTrue(Files.isDirectory(SPECS), "the kernel's specs are not at hand");
        System.out.printf("%-20s %10s %10s %10s %10s%n", "spec", "operations", "attributes", "files", "lines");
        try (Stream<Path> files = Files.list(SPECS)) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted()
                    .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)))
                    .toList();
        }
    }

    private static void check(Path file) throws Exception {
        Family family = new SpecLoader().load(file);
        Sources sources = Sources.of(family, "upstream", file.getFileName().toString());
        int attributes = family.attributeSets().stream()
                .mapToInt(s -> s.attributes().size())
                .sum();
        System.out.printf(
                "%-20s %10d %10d %10d %10d%n",
                file.getFileName(),
                family.operations().size(),
                attributes,
                sources.byName().size(),
                sources.lines());

        Compilation compilation = Compilation.of(sources);

        assertThat(compilation.messages()).as(compilation.describe()).isEmpty();
        String schemaClass = sources.byName().keySet().stream()
                .filter(name -> name.endsWith("Schema"))
                .findFirst()
                .orElseThrow();
        FamilySchema schema = (FamilySchema)
                compilation.load().loadClass(schemaClass).getField("FAMILY").get(null);
        assertThat(schema.name()).isEqualTo(family.name());
        family.attributeSets()
                .forEach(s -> assertThat(schema.attributeSet(s.name()).name()).isEqualTo(s.name()));
    }
}
