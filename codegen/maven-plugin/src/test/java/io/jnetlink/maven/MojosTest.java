package io.jnetlink.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals as Maven runs them. */
class MojosTest {

    private static final String SPEC = """
            name: shed
            protocol: genetlink
            doc: A family for tests.
            attribute-sets:
              - name: things
                attributes:
                  - {name: colour, type: TYPE}
            operations:
              list:
                - name: get
                  attribute-set: things
                  doc: Gets it.
                  do: {request: {attributes: [colour]}}
            """;

    @TempDir
    private Path directory;

    private final List<String> lines = new ArrayList<>();
    private final MavenProject project = new MavenProject();

    @BeforeEach
    void writeSpec() throws Exception {
        writeSpec("u32");
    }

    private void writeSpec(String type) throws Exception {
        Path specs = Files.createDirectories(directory.resolve("specs"));
        Files.writeString(specs.resolve("shed.yaml"), SPEC.replace("TYPE", type));
    }

    private GenerateMojo generate(Map<String, String> packages) throws Exception {
        GenerateMojo mojo = prepared(new GenerateMojo());
        set(mojo, "outputDirectory", directory.resolve("out").toFile());
        set(mojo, "resourceDirectory", directory.resolve("copies").toFile());
        set(mojo, "stampFile", directory.resolve("stamp").toFile());
        set(mojo, "packages", packages);
        set(mojo, "project", project);
        return mojo;
    }

    private <T extends AbstractMojo> T prepared(T mojo) throws Exception {
        set(mojo, "specDirectory", directory.resolve("specs").toFile());
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void error(CharSequence content) {
                lines.add("error " + content);
            }

            @Override
            public void info(CharSequence content) {
                lines.add("info " + content);
            }

            @Override
            public void warn(CharSequence content) {
                lines.add("warn " + content);
            }
        });
        return mojo;
    }

    private static void set(Object mojo, String field, Object value) throws Exception {
        Field found = mojo.getClass().getDeclaredField(field);
        found.setAccessible(true);
        found.set(mojo, value);
    }

    @Test
    void generatedSourcesAreCompiledWithTheProject() throws Exception {
        generate(Map.of("shed", "garden")).execute();
        generate(Map.of("shed", "garden")).execute();

        assertThat(directory.resolve("out/garden/Shed.java")).exists();
        assertThat(project.getCompileSourceRoots())
                .containsExactly(directory.resolve("out").toString());
        assertThat(lines).containsExactly("info generated from 1 specs", "info 1 specs, nothing changed");
    }

    @Test
    void specsGoIntoTheJarUnlessToldNotTo() throws Exception {
        generate(Map.of("shed", "garden")).execute();
        assertThat(project.getResources()).isEmpty();

        GenerateMojo packaging = generate(Map.of("shed", "garden"));
        set(packaging, "packageSpecs", true);
        packaging.execute();

        assertThat(project.getResources())
                .extracting(Resource::getDirectory)
                .containsExactly(directory.resolve("copies").toString());
        assertThat(directory.resolve("copies/META-INF/jnetlink/shed.yaml")).hasContent(SPEC.replace("TYPE", "u32"));
    }

    @Test
    void aProblemIsTheNextLineOfTheLogAndFailsTheBuild() throws Exception {
        writeSpec("u33");

        assertThatThrownBy(() -> generate(Map.of("shed", "garden")).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 problem in netlink specs");
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).startsWith("error ").contains("shed.yaml:7:").contains("u33");
    }

    @Test
    void aMissingPackageIsAMistakeInThePom() throws Exception {
        assertThatThrownBy(() -> generate(Map.of()).execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<packagePrefix>");
    }

    @Test
    void skippingDoesNothing() throws Exception {
        GenerateMojo mojo = generate(Map.of());
        set(mojo, "skip", true);
        mojo.execute();

        assertThat(project.getCompileSourceRoots()).isEmpty();
    }

    @Test
    void noSpecsAreWorthAWarning() throws Exception {
        GenerateMojo mojo = generate(Map.of());
        set(mojo, "specDirectory", new File(directory.toFile(), "nowhere"));
        mojo.execute();

        assertThat(lines).hasSize(1).first().asString().startsWith("warn no specs in ");
    }

    @Test
    void validatingOnlyLooks() throws Exception {
        prepared(new ValidateMojo()).execute();
        writeSpec("u33");

        assertThatThrownBy(() -> prepared(new ValidateMojo()).execute()).isInstanceOf(MojoFailureException.class);
        assertThat(lines).hasSize(2).first().isEqualTo("info 1 specs without problems");
        assertThat(directory.resolve("out")).doesNotExist();
    }
}
