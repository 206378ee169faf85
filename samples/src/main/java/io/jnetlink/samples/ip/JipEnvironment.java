package io.jnetlink.samples.ip;

import io.jnetlink.sys.Syscalls;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Everything that {@code jip} touches outside itself, so that a test can put something else in its place.
 *
 * <p>Immutable.
 *
 * @param in what {@code -batch -} reads
 * @param out where results go
 * @param err where complaints go
 * @param syscalls how the kernel is reached
 * @param namespaces how {@code -n NAME} and {@code netns NAME} find a namespace
 * @param configuration the directory with {@code group} and {@code rt_dsfield}, normally {@code /etc/iproute2}
 * @param dialect whose text is spoken unless {@code --dialect} says otherwise
 */
public record JipEnvironment(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Syscalls syscalls,
        NamespaceOpener namespaces,
        Path configuration,
        IprouteDialect dialect) {

    private static final int OUTPUT_BUFFER = 1 << 16;

    public JipEnvironment {
        Objects.requireNonNull(in);
        Objects.requireNonNull(out);
        Objects.requireNonNull(err);
        Objects.requireNonNull(syscalls);
        Objects.requireNonNull(namespaces);
        Objects.requireNonNull(configuration);
        Objects.requireNonNull(dialect);
    }

    /** This process: its streams in UTF-8, its kernel, {@code /etc/iproute2}, the newest dialect. */
    public static JipEnvironment system() {
        // Not System.out, which hands every line over to the kernel and writes in the encoding of the locale.
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUTPUT_BUFFER);
        return new JipEnvironment(
                System.in,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Syscalls.system(),
                NamespaceOpener.system(),
                Path.of("/etc/iproute2"),
                IprouteDialect.newest());
    }

    /** The same, writing elsewhere. */
    public JipEnvironment withStreams(PrintStream newOut, PrintStream newErr) {
        return new JipEnvironment(in, newOut, newErr, syscalls, namespaces, configuration, dialect);
    }

    /** The same, over another kernel. */
    public JipEnvironment withSyscalls(Syscalls other) {
        return new JipEnvironment(in, out, err, other, namespaces, configuration, dialect);
    }

    /** The same, finding namespaces another way. */
    public JipEnvironment withNamespaces(NamespaceOpener other) {
        return new JipEnvironment(in, out, err, syscalls, other, configuration, dialect);
    }

    /** The same with another directory of name tables. */
    public JipEnvironment withConfiguration(Path directory) {
        return new JipEnvironment(in, out, err, syscalls, namespaces, directory, dialect);
    }

    /** The same in another dialect. */
    public JipEnvironment withDialect(IprouteDialect other) {
        return new JipEnvironment(in, out, err, syscalls, namespaces, configuration, other);
    }
}
