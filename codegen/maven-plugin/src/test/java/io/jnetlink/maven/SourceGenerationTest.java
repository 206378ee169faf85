package io.jnetlink.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.spec.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When sources are generated anew, what is removed, and what failure leaves behind. */
class SourceGenerationTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path project;

    private Path specs;
    private Path output;
    private Optional<Path> copies = Optional.empty();
    private PackageRule packages = new PackageRule(Map.of("shed", "garden.shed"), "garden");

    @BeforeEach
    void writeSpecs() throws IOException {
        specs = Files.createDirectories(project.resolve("specs"));
        output = project.resolve("generated");
        write("shed", spec("shed", "colour"));
        write("pond-fish", spec("pond-fish", "depth"));
    }

    private static String spec(String family, String attribute) {
        return """
                name: %s
                protocol: genetlink
                doc: A family for tests.
                attribute-sets:
                  - name: things
                    attributes:
                      - {name: %s, type: u32}
                operations:
                  list:
                    - name: get
                      attribute-set: things
                      doc: Gets it.
                      do: {request: {attributes: [%s]}}
                """.formatted(family, attribute, attribute);
    }

    private void write(String stem, String text) throws IOException {
        Files.writeString(specs.resolve(stem + ".yaml"), text);
    }

    private SourceGeneration.Outcome run() throws IOException {
        return new SourceGeneration(specs, output, copies, project.resolve("state/stamp"), packages).run();
    }

    private TreeSet<String> generated() throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> output.relativize(f).toString())
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        }
    }

    @Test
    void everySpecHasItsPackage() throws IOException {
        SourceGeneration.Outcome outcome = run();

        assertThat(outcome).isEqualTo(new SourceGeneration.Outcome(2, false, 0));
        assertThat(generated())
                .contains("garden/shed/Shed.java", "garden/shed/package-info.java", "garden/pondfish/PondFish.java");
        assertThat(output.resolve("garden/shed/Things.java")).content().contains("from shed.yaml.");
    }

    @Test
    void specsImportFromEachOther() throws IOException {
        write(
                "pond-fish",
                spec("pond-fish", "depth")
                        .replace("attribute-sets:", """
                x-import: [{family: shed, attribute-sets: [things]}]
                attribute-sets:""")
                        .replace("name: things", "name: fish")
                        .replace("attribute-set: things", "attribute-set: fish")
                        .replace("{name: depth, type: u32}", "{name: depth, type: nest, nested-attributes: things}"));

        run();

        assertThat(output.resolve("garden/pondfish/Fish.java")).content().contains("import garden.shed.Things;");
        assertThat(generated()).doesNotContain("garden/pondfish/Things.java");
    }

    @Test
    void nothingIsDoneTwice() throws IOException {
        run();
        Path file = output.resolve("garden/shed/Things.java");
        Files.setLastModifiedTime(file, LONG_AGO);

        assertThat(run()).isEqualTo(new SourceGeneration.Outcome(2, true, 0));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }

    @Test
    void aChangedSpecIsGeneratedAndOnlyChangedFilesAreWritten() throws IOException {
        run();
        Path untouched = output.resolve("garden/pondfish/Things.java");
        Files.setLastModifiedTime(untouched, LONG_AGO);
        write("shed", spec("shed", "paint"));

        assertThat(run().upToDate()).isFalse();
        assertThat(output.resolve("garden/shed/ThingsReader.java")).content().contains("hasPaint");
        assertThat(Files.getLastModifiedTime(untouched)).isEqualTo(LONG_AGO);
    }

    @Test
    void aMissingFileIsGeneratedAgain() throws IOException {
        run();
        Files.delete(output.resolve("garden/shed/Things.java"));

        assertThat(run().upToDate()).isFalse();
        assertThat(output.resolve("garden/shed/Things.java")).exists();
    }

    @Test
    void filesOfARemovedSpecGo() throws IOException {
        run();
        Files.writeString(output.resolve("mine.txt"), "not generated");
        Files.delete(specs.resolve("pond-fish.yaml"));

        SourceGeneration.Outcome outcome = run();

        assertThat(outcome.removed()).isPositive();
        assertThat(generated()).noneMatch(f -> f.contains("pondfish")).contains("mine.txt", "garden/shed/Shed.java");
    }

    @Test
    void anotherPackageMovesTheFiles() throws IOException {
        run();
        packages = new PackageRule(Map.of("shed", "elsewhere"), "garden");

        assertThat(run().upToDate()).isFalse();
        assertThat(generated()).contains("elsewhere/Shed.java").noneMatch(f -> f.startsWith("garden/shed"));
    }

    @Test
    void allProblemsOfAllSpecsAreToldAndNothingIsTouched() throws IOException {
        run();
        TreeSet<String> before = generated();
        write("shed", spec("shed", "colour").replace("u32", "u33"));
        write("pond-fish", spec("pond-fish", "depth").replace("u32", "u34"));

        assertThatThrownBy(this::run).isInstanceOfSatisfying(SpecException.class, e -> {
            assertThat(e.problems()).hasSize(2);
            assertThat(e.problems().get(0).toString()).matches("(?s).*pond-fish\\.yaml:7:\\d+ .*u34.*");
            assertThat(e.problems().get(1).toString()).matches("(?s).*shed\\.yaml:7:\\d+ .*u33.*");
        });
        assertThat(generated()).isEqualTo(before);
    }

    @Test
    void afterAFailureTheOldSpecIsStillCurrent() throws IOException {
        run();
        write("shed", "name: [");
        assertThatThrownBy(this::run).isInstanceOf(SpecException.class);
        write("shed", spec("shed", "colour"));

        assertThat(run().upToDate()).isTrue();
    }

    @Test
    void twoSpecsInOnePackageAreRefused() throws IOException {
        packages = new PackageRule(Map.of("shed", "one", "pond-fish", "one"), "");

        assertThatThrownBy(this::run).isInstanceOf(IOException.class).hasMessageContaining("package of its own");
        assertThat(output).doesNotExist();
    }

    @Test
    void aSpecWithoutPackageIsRefused() {
        packages = new PackageRule(Map.of(), "");

        assertThatThrownBy(this::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pond-fish.yaml");
    }

    @Test
    void specsAreCopiedUnderTheNameOfTheirFamily() throws IOException {
        copies = Optional.of(project.resolve("resources"));
        write("shed", spec("garden-shed", "colour"));

        assertThat(run().upToDate()).isFalse();
        assertThat(run().upToDate()).isTrue();
        assertThat(project.resolve("resources/META-INF/jnetlink/garden-shed.yaml"))
                .hasContent(spec("garden-shed", "colour"));

        Files.delete(project.resolve("resources/META-INF/jnetlink/pond-fish.yaml"));
        assertThat(run().upToDate()).isFalse();
        assertThat(project.resolve("resources/META-INF/jnetlink/pond-fish.yaml"))
                .exists();
    }

    @Test
    void copiesOfARemovedSpecGo() throws IOException {
        copies = Optional.of(project.resolve("resources"));
        run();
        Files.delete(specs.resolve("pond-fish.yaml"));

        assertThat(run().removed()).isPositive();
        assertThat(project.resolve("resources/META-INF/jnetlink")).isDirectoryNotContaining("glob:**pond-fish.yaml");
    }

    @Test
    void twoFamiliesOfOneNameCannotBeCopied() throws IOException {
        copies = Optional.of(project.resolve("resources"));
        write("shed", spec("pond-fish", "colour"));

        assertThatThrownBy(this::run).isInstanceOf(IOException.class).hasMessageContaining("a name of its own");
    }

    @Test
    void withoutSpecsNothingHappens() throws IOException {
        Files.delete(specs.resolve("shed.yaml"));
        Files.delete(specs.resolve("pond-fish.yaml"));

        assertThat(run().specs()).isZero();
        assertThat(output).doesNotExist();
    }
}
