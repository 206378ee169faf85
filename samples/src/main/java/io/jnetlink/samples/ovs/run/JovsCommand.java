package io.jnetlink.samples.ovs.run;

import java.util.List;

/** One command, such as {@code show}. */
@FunctionalInterface
public interface JovsCommand {

    /** Exit status of a command that did what it should. */
    int DONE = 0;

    /** Exit status of a command that failed, whole or in part. */
    int FAILED = 1;

    /**
     * Runs it.
     *
     * @param words what stands behind its name; as many as it takes
     * @return the exit status
     * @throws JovsException if it fails as a whole
     */
    int run(JovsSession session, List<String> words);
}
