package io.jnetlink.maven;

import io.jnetlink.spec.SpecException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Turns spec problems into one line of the build log each, and a failure of the build. */
final class SpecFailure {

    private SpecFailure() {}

    static MojoFailureException of(SpecException e, Log log) {
        e.problems().forEach(problem -> log.error(problem.toString()));
        int count = e.problems().size();
        return new MojoFailureException(count + (count == 1 ? " problem" : " problems") + " in netlink specs", e);
    }
}
