package io.jnetlink.samples.ovs.run;

import io.jnetlink.sys.Syscalls;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Everything that {@code jovs} touches outside itself, so that a test can put something else in its place.
 *
 * <p>Immutable.
 *
 * @param in what a file named {@code -} stands for
 * @param out where results go
 * @param err where complaints go
 * @param syscalls how the kernel is reached
 * @param monotonicMillis milliseconds of {@code CLOCK_MONOTONIC}, by which the kernel tells when a flow was used
 */
public record JovsEnvironment(
        InputStream in, PrintStream out, PrintStream err, Syscalls syscalls, LongSupplier monotonicMillis) {

    private static final int OUTPUT_BUFFER = 1 << 16;

    public JovsEnvironment {
        Objects.requireNonNull(in);
        Objects.requireNonNull(out);
        Objects.requireNonNull(err);
        Objects.requireNonNull(syscalls);
        Objects.requireNonNull(monotonicMillis);
    }

    /** This process: its streams in UTF-8, its kernel, its clock. */
    public static JovsEnvironment system() {
        return new JovsEnvironment(
                System.in,
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUTPUT_BUFFER),
                        false,
                        StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Syscalls.system(),
                // On Linux this is CLOCK_MONOTONIC itself.
                () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }
}
