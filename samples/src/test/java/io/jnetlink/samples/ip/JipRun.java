package io.jnetlink.samples.ip;

import io.jnetlink.sys.Errno;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.sys.Syscalls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One run of {@code jip} over a kernel in memory, and what came of it.
 *
 * <p>Immutable. The only namespace there is has the name {@code blue}; there are no name tables.
 *
 * @param status the exit status
 * @param out what went to standard output
 * @param err what went to standard error
 */
public record JipRun(int status, String out, String err) {

    /** Runs a command line, cut at its blanks, in the dialect of the installed {@code ip}. */
    public static JipRun of(FakeLinks links, String line) {
        return of(links.kernel(), IprouteDialect.V6_1, "", line.isEmpty() ? new String[0] : line.split(" "));
    }

    /** Runs a command line in the newest dialect. */
    public static JipRun newest(FakeLinks links, String line) {
        return of(links.kernel(), IprouteDialect.newest(), "", line.split(" "));
    }

    /** Runs words. */
    public static JipRun of(Syscalls kernel, IprouteDialect dialect, String in, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        JipEnvironment environment = new JipEnvironment(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                kernel,
                name -> namespace(kernel, name),
                Path.of("no-such-directory"),
                dialect);
        int status = Jip.run(environment, words);
        return new JipRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static NetworkNamespace namespace(Syscalls kernel, String name) {
        if (!name.equals("blue") && !name.startsWith("/proc/")) {
            throw new SyscallException("open", Errno.ENOENT, name);
        }
        return NetworkNamespace.ofPath(Path.of("/run/netns", name), kernel);
    }
}
