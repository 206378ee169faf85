package io.jnetlink.maven;

import io.jnetlink.spec.SpecException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Generates Java from the netlink specs of a project, and compiles it with the project's own sources. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {

    /** Where the specs are: all {@code *.yaml} directly in it. */
    @Parameter(property = "jnetlink.specDirectory", defaultValue = "${project.basedir}/src/main/netlink")
    private @Nullable File specDirectory;

    /** Root of the generated sources. */
    @Parameter(
            property = "jnetlink.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/jnetlink")
    private @Nullable File outputDirectory;

    /**
     * Whether the specs go into the jar too, as {@code META-INF/jnetlink/<family>.yaml}: tools that work from specs at run
     * time find them there.
     */
    @Parameter(property = "jnetlink.packageSpecs", defaultValue = "true")
    private boolean packageSpecs;

    /** Root of the copies of the specs. */
    @Parameter(defaultValue = "${project.build.directory}/generated-resources/jnetlink")
    private @Nullable File resourceDirectory;

    /** Remembers what the sources were made from, so that an unchanged project is not generated again. */
    @Parameter(defaultValue = "${project.build.directory}/jnetlink/generate-${mojoExecution.executionId}.stamp")
    private @Nullable File stampFile;

    /**
     * Package by spec file name without {@code .yaml}, for example
     * {@code <rt-link>org.example.netlink.link</rt-link>}.
     */
    @Parameter
    private @Nullable Map<String, String> packages;

    /** Package under which specs that {@code packages} does not name get one of their own. */
    @Parameter(property = "jnetlink.packagePrefix")
    private @Nullable String packagePrefix;

    /** Does nothing if true. */
    @Parameter(property = "jnetlink.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private @Nullable MavenProject project;

    /** Maven's constructor. */
    public GenerateMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || specDirectory == null || outputDirectory == null || stampFile == null || project == null) {
            getLog().debug("jnetlink: skipped");
            return;
        }
        PackageRule rule =
                new PackageRule(packages == null ? Map.of() : packages, packagePrefix == null ? "" : packagePrefix);
        Optional<Path> copies =
                packageSpecs ? Optional.ofNullable(resourceDirectory).map(File::toPath) : Optional.empty();
        report(run(new SourceGeneration(
                specDirectory.toPath(), outputDirectory.toPath(), copies, stampFile.toPath(), rule)));
        project.addCompileSourceRoot(outputDirectory.getPath());
        copies.ifPresent(directory -> addResources(project, directory));
    }

    private static void addResources(MavenProject project, Path directory) {
        Resource resource = new Resource();
        resource.setDirectory(directory.toString());
        project.addResource(resource);
    }

    private SourceGeneration.Outcome run(SourceGeneration generation)
            throws MojoExecutionException, MojoFailureException {
        try {
            return generation.run();
        } catch (SpecException e) {
            throw SpecFailure.of(e, getLog());
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot generate from " + specDirectory + ": " + e.getMessage(), e);
        }
    }

    private void report(SourceGeneration.Outcome outcome) {
        if (outcome.specs() == 0) {
            getLog().warn("no specs in " + specDirectory);
        } else if (outcome.upToDate()) {
            getLog().info(outcome.specs() + " specs, nothing changed");
        } else {
            getLog().info("generated from " + outcome.specs() + " specs"
                    + (outcome.removed() == 0 ? "" : ", removed " + outcome.removed() + " stale files"));
        }
    }
}
