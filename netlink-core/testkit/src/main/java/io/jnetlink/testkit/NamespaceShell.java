package io.jnetlink.testkit;

import io.jnetlink.sys.NetworkNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs commands inside a network namespace, by {@code nsenter}.
 *
 * <p>Immutable; thread-safe.
 */
public final class NamespaceShell {

    /** How long a command may take, unless said otherwise. */
    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(20);

    private final NetworkNamespace namespace;
    private final Duration limit;

    /**
     * A shell for a namespace.
     *
     * @param namespace where commands run; must stay open
     */
    public NamespaceShell(NetworkNamespace namespace) {
        this(namespace, DEFAULT_LIMIT);
    }

    private NamespaceShell(NetworkNamespace namespace, Duration limit) {
        this.namespace = namespace;
        this.limit = limit;
    }

    /**
     * The same shell with another limit of time for a command.
     *
     * @param longest how long a command may take
     * @return a shell
     */
    public NamespaceShell withLimit(Duration longest) {
        return new NamespaceShell(namespace, longest);
    }

    /**
     * Runs a command that must succeed.
     *
     * @param command the program and its arguments, no shell in between
     * @return what it printed
     * @throws AssertionError when it ends with another status than 0, with what it printed
     * @throws CommandTimeoutException when it does not end in time
     */
    public String run(String... command) {
        CommandResult result = attempt(command);
        if (!result.succeeded()) {
            throw new AssertionError("\"" + String.join(" ", command) + "\" ended with " + result.exitCode() + ": "
                    + result.standardError() + result.standardOutput());
        }
        return result.standardOutput();
    }

    /**
     * Runs a command that may fail.
     *
     * @param command the program and its arguments, no shell in between
     * @return what it printed and how it ended
     * @throws CommandTimeoutException when it does not end in time
     */
    public CommandResult attempt(String... command) {
        List<String> inside = new ArrayList<>();
        inside.add("nsenter");
        inside.add("--net=" + namespace.path());
        inside.add("--");
        inside.addAll(List.of(command));
        try {
            return CommandRunner.run(inside, limit);
        } catch (IOException e) {
            throw new UncheckedIOException("nsenter cannot be run", e);
        }
    }

    /**
     * Runs a script that must succeed.
     *
     * @param script text for {@code sh -e}
     * @return what it printed
     * @throws AssertionError when it ends with another status than 0
     * @throws CommandTimeoutException when it does not end in time
     */
    public String script(String script) {
        return run("sh", "-ec", script);
    }
}
