package io.jnetlink.ovs.port;

import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.SyscallException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The UDP sockets of a network namespace and the processes that have them, from {@code /proc}.
 *
 * <p>Thread-safe.
 */
public final class UdpSocketTable {

    private static final Path PROC = Path.of("/proc");
    private static final List<String> TABLES = List.of("thread-self/net/udp", "thread-self/net/udp6");
    /** Columns of a table: number, local address, …, inode. */
    private static final int LOCAL_COLUMN = 1;

    private static final int INODE_COLUMN = 9;

    private final @Nullable NetworkNamespace namespace;
    private final Path proc;

    private UdpSocketTable(@Nullable NetworkNamespace namespace, Path proc) {
        this.namespace = namespace;
        this.proc = proc;
    }

    /** The sockets of the namespace of whatever thread asks. */
    public static UdpSocketTable ofCallingThread() {
        return new UdpSocketTable(null, PROC);
    }

    /**
     * The sockets of a namespace.
     *
     * @param namespace must stay open
     */
    public static UdpSocketTable of(NetworkNamespace namespace) {
        return new UdpSocketTable(namespace, PROC);
    }

    /** The sockets as another {@code /proc} tells them. */
    static UdpSocketTable under(Path proc) {
        return new UdpSocketTable(null, proc);
    }

    /**
     * Who has a UDP port, of whatever address.
     *
     * @return words such as "a socket of process 4711 (dnsmasq)"; empty if no socket has it, or it cannot be told
     */
    public Optional<String> holderOf(int port) {
        List<String> inodes = inodesOf(port);
        return inodes.isEmpty() ? Optional.empty() : Optional.of(owner(inodes).orElse("a socket"));
    }

    private List<String> inodesOf(int port) {
        try {
            return namespace == null ? readTables(port) : namespace.call(() -> readTables(port));
        } catch (SyscallException e) {
            // Without the right to enter it, nothing can be told.
            return List.of();
        }
    }

    private List<String> readTables(int port) {
        String suffix = String.format(":%04X", port);
        List<String> inodes = new ArrayList<>();
        for (String table : TABLES) {
            for (String line : lines(proc.resolve(table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > INODE_COLUMN && columns[LOCAL_COLUMN].endsWith(suffix)) {
                    inodes.add(columns[INODE_COLUMN]);
                }
            }
        }
        return inodes;
    }

    private Optional<String> owner(List<String> inodes) {
        List<String> targets =
                inodes.stream().map(inode -> "socket:[" + inode + "]").toList();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (hasOpen(process, targets)) {
                    return Optional.of("a socket of process " + process.getFileName() + " (" + name(process) + ")");
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean hasOpen(Path process, List<String> targets) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (targets.contains(target(descriptor))) {
                    return true;
                }
            }
        } catch (IOException e) {
            // Ended meanwhile, or somebody else's.
            return false;
        }
        return false;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String name(Path process) {
        return lines(process.resolve("comm")).stream().findFirst().orElse("?");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
