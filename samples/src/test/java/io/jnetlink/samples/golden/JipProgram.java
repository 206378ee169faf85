package io.jnetlink.samples.golden;

import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.Jip;
import io.jnetlink.samples.ip.JipEnvironment;
import io.jnetlink.samples.ip.NamespaceOpener;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.sys.Syscalls;
import io.jnetlink.testkit.CommandResult;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * {@code jip}, run inside the test's process with everything around it replaced.
 *
 * <p>Immutable.
 */
final class JipProgram {

    private final Syscalls syscalls;
    private final NamespaceOpener namespaces;
    private final Path configuration;
    private final IprouteDialect dialect;

    private JipProgram(Syscalls syscalls, NamespaceOpener namespaces, Path configuration, IprouteDialect dialect) {
        this.syscalls = syscalls;
        this.namespaces = namespaces;
        this.configuration = configuration;
        this.dialect = dialect;
    }

    /**
     * Over a kernel in memory, with the name tables the recordings were made with.
     *
     * @param namespaces names of namespaces that can be opened; what is in them is the same kernel
     */
    static JipProgram over(Syscalls kernel, Collection<String> namespaces, String dialect) {
        NamespaceOpener opener = name -> {
            if (!namespaces.contains(name)) {
                throw new SyscallException("open", Errno.ENOENT, name);
            }
            return NetworkNamespace.ofPath(Path.of("/run/netns", name), kernel);
        };
        return new JipProgram(kernel, opener, recordedTables(), dialect(dialect));
    }

    /** Over the running kernel, in whatever namespace the calling thread is. */
    static JipProgram live(String dialect) {
        return new JipProgram(Syscalls.system(), NamespaceOpener.system(), Path.of("/etc/iproute2"), dialect(dialect));
    }

    /** Runs one command to its end. */
    CommandResult run(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream outText = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream errText = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            JipEnvironment environment = new JipEnvironment(
                    InputStream.nullInputStream(), outText, errText, syscalls, namespaces, configuration, dialect);
            int exit = Jip.run(environment, words.toArray(String[]::new));
            outText.flush();
            errText.flush();
            return new CommandResult(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    private static IprouteDialect dialect(String version) {
        return IprouteDialect.of(version)
                .orElseThrow(() -> new IllegalArgumentException("no dialect of iproute2 " + version));
    }

    private static Path recordedTables() {
        URL group = JipProgram.class.getResource("/golden/iproute2/group");
        if (group == null) {
            throw new IllegalStateException("no /golden/iproute2 on the class path");
        }
        try {
            return Path.of(group.toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
