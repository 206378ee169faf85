package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.generator.testing.Compilation;
import io.jnetlink.generator.testing.Sources;
import io.jnetlink.generator.testing.UpstreamSpec;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.spec.ir.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every spec of the kernel generates, compiles without a warning, and its schema loads. */
class UpstreamSpecsTest {

    @TestFactory
    List<DynamicTest> everySpec() throws IOException {
        assumeTrue(Files.isDirectory(UpstreamSpec.FOLDER), "the kernel's specs are not at hand");
        System.out.printf("%-20s %10s %10s %10s %10s%n", "spec", "operations", "attributes", "files", "lines");
        return UpstreamSpec.files().stream()
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)))
                .toList();
    }

    private static void check(Path file) throws Exception {
        UpstreamSpec spec = UpstreamSpec.of(file);
        Family family = spec.family();
        Sources sources = spec.sources();
        Compilation compilation = spec.compilation();
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

        assertThat(compilation.messages()).as(compilation.describe()).isEmpty();
        FamilySchema schema =
                (FamilySchema) spec.typeEnding("Schema").getField("FAMILY").get(null);
        assertThat(schema.name()).isEqualTo(family.name());
        assertThat(schema.version()).isEqualTo(family.version());
        family.attributeSets()
                .forEach(s -> assertThat(schema.attributeSet(s.name()).name()).isEqualTo(s.name()));
        family.multicastGroups().forEach(g -> assertThat(schema.group(g.name())).isEqualTo(g.number()));
        family.operations().stream()
                .filter(o -> o.doExchange().isPresent() && o.dumpExchange().isPresent())
                .forEach(o -> assertThat(o.dumpExchange().get().request().number())
                        .as("one constant serves both forms of " + o.name())
                        .isEqualTo(o.doExchange().get().request().number()));
    }
}
