package io.jnetlink.samples.ovs;

import io.jnetlink.samples.ovs.run.JovsEnvironment;
import io.jnetlink.sys.Syscalls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of {@code jovs}, and what came of it.
 *
 * <p>Immutable.
 *
 * @param status the exit status
 * @param out what went to standard output
 * @param err what went to standard error
 */
public record JovsRun(int status, String out, String err) {

    /** Runs words over the kernel of this machine, as far as this namespace. */
    public static JovsRun live(String... words) {
        return of(Syscalls.system(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), "", List.of(words));
    }

    /** Runs words over another kernel. */
    public static JovsRun of(Syscalls kernel, long monotonicMillis, String in, List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        JovsEnvironment environment = new JovsEnvironment(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                kernel,
                () -> monotonicMillis);
        int status = Jovs.run(environment, words.toArray(String[]::new));
        return new JovsRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The complaints in the words of {@code ovs-dpctl}: without the name of the program, and without reasons. */
    public List<String> complaints() {
        return err.lines()
                .filter(line -> line.startsWith("jovs: "))
                .map(line -> line.substring("jovs: ".length()))
                .toList();
    }
}
