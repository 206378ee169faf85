package io.jnetlink.samples.nl;

import io.jnetlink.sys.Syscalls;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Everything that {@code jnl} touches outside itself, so that a test can put something else in its place.
 *
 * <p>Immutable.
 *
 * @param in what {@code decode} reads without arguments
 * @param out where results go
 * @param err where complaints go
 * @param syscalls how the kernel is reached
 */
public record JnlEnvironment(InputStream in, PrintStream out, PrintStream err, Syscalls syscalls) {

    private static final int OUTPUT_BUFFER = 1 << 16;

    /** This process: its streams in UTF-8, its kernel. */
    public static JnlEnvironment system() {
        return new JnlEnvironment(
                System.in,
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUTPUT_BUFFER),
                        false,
                        StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Syscalls.system());
    }
}
