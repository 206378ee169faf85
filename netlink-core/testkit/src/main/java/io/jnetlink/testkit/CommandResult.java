package io.jnetlink.testkit;

/**
 * What a command printed and how it ended.
 *
 * <p>Immutable.
 *
 * @param exitCode its exit status
 * @param standardOutput what it printed, read as UTF-8
 * @param standardError what it complained of, read as UTF-8
 */
public record CommandResult(int exitCode, String standardOutput, String standardError) {

    /**
     * Whether it ended with status 0.
     *
     * @return true if so
     */
    public boolean succeeded() {
        return exitCode == 0;
    }
}
