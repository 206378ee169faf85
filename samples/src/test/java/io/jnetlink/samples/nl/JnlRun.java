package io.jnetlink.samples.nl;

import io.jnetlink.sys.Syscalls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What one run of {@code jnl} did.
 *
 * @param status exit status
 * @param out what it printed
 * @param err what it complained about
 */
public record JnlRun(int status, String out, String err) {

    /** Runs it with nothing to read. */
    public static JnlRun of(String... arguments) {
        return reading(new byte[0], arguments);
    }

    /** Runs it with something to read. */
    public static JnlRun reading(byte[] input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        JnlEnvironment environment = new JnlEnvironment(
                new ByteArrayInputStream(input),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Syscalls.system());
        int status = Jnl.run(environment, arguments);
        return new JnlRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The lines that it printed. */
    public List<String> lines() {
        return out.lines().toList();
    }

    /** The project's own spec of links. */
    public static String rtLink() {
        return project().resolve("rtnetlink/src/main/netlink/rt-link.yaml").toString();
    }

    /** Where the project is. */
    public static Path project() {
        return Path.of(System.getProperty("jnetlink.project", ".."));
    }
}
