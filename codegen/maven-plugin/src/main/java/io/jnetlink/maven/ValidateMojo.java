package io.jnetlink.maven;

import io.jnetlink.spec.SpecException;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Checks the netlink specs of a project without generating anything. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends AbstractMojo {

    /** Where the specs are: all {@code *.yaml} directly in it. */
    @Parameter(property = "jnetlink.specDirectory", defaultValue = "${project.basedir}/src/main/netlink")
    private @Nullable File specDirectory;

    /** Maven's constructor. */
    public ValidateMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (specDirectory == null) {
            throw new MojoExecutionException("no specDirectory");
        }
        try {
            int count = SpecFiles.in(specDirectory.toPath()).load().size();
            getLog().info(count + " specs without problems");
        } catch (SpecException e) {
            throw SpecFailure.of(e, getLog());
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read " + specDirectory + ": " + e.getMessage(), e);
        }
    }
}
