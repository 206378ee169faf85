package io.jnetlink.sys;

import io.jnetlink.sys.internal.CloseGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A network namespace, held by an open descriptor: it lives at least as long as this object is not closed.
 *
 * <pre>{@code
 * try (NetworkNamespace blue = NetworkNamespace.named("blue");
 *         NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), blue)) {
 *     ...                                     // the socket stays in blue; this thread never was there
 * }
 * }</pre>
 *
 * <p>A namespace belongs to a thread, so whatever must happen inside one runs on a platform thread made for it, which enters, runs
 * and ends. The caller's thread never changes its namespace, and nothing has to be switched back when something fails.
 *
 * <p>Entering and creating need CAP_SYS_ADMIN. A process that lacks it cannot get it here: a user namespace can only be created by a
 * process with a single thread, which a JVM never is. Start the JVM in one instead: {@code unshare --user --map-root-user java …}.
 *
 * <p>Thread-safe.
 */
public final class NetworkNamespace implements AutoCloseable {

    private static final Path NAMED = Path.of("/run/netns");
    private static final String OWN = "/proc/thread-self/ns/net";
    private static final int OPEN_FLAGS = LinuxAbi.O_RDONLY | LinuxAbi.O_CLOEXEC | LinuxAbi.O_NONBLOCK;
    private static final String NEEDS_ADMIN = "needs CAP_SYS_ADMIN here and in the user namespace that owns the target";

    private final Syscalls syscalls;
    private final String description;
    private final int descriptor;
    private final CloseGuard guard;

    private NetworkNamespace(Syscalls syscalls, String description, int descriptor) {
        this.syscalls = syscalls;
        this.description = description;
        this.descriptor = descriptor;
        this.guard = new CloseGuard(() -> syscalls.close(descriptor));
    }

    /**
     * What runs inside a namespace.
     *
     * @param <T> type of the result
     * @param <E> type of the checked exception it may throw
     */
    @FunctionalInterface
    public interface Action<T, E extends Exception> {

        /**
         * Runs on a thread that is in the namespace.
         *
         * @return the result
         * @throws E whatever went wrong
         */
        T call() throws E;
    }

    /**
     * What runs inside a namespace and has no result.
     *
     * @param <E> type of the checked exception it may throw
     */
    @FunctionalInterface
    public interface Task<E extends Exception> {

        /**
         * Runs on a thread that is in the namespace.
         *
         * @throws E whatever went wrong
         */
        void run() throws E;
    }

    /**
     * Opens the namespace that a file stands for.
     *
     * @param path a file such as {@code /proc/1/ns/net}, or one a namespace is mounted on
     * @return the namespace; close it
     * @throws SyscallException when the file cannot be opened
     */
    public static NetworkNamespace ofPath(Path path) {
        return ofPath(path, Syscalls.system());
    }

    /**
     * Opens the namespace that a file stands for by system calls of the caller's choice.
     *
     * @param path a file such as {@code /proc/1/ns/net}, or one a namespace is mounted on
     * @param syscalls how to reach the kernel
     * @return the namespace; close it
     * @throws SyscallException when the file cannot be opened
     */
    public static NetworkNamespace ofPath(Path path, Syscalls syscalls) {
        return new NetworkNamespace(syscalls, path.toString(), openFile(syscalls, path.toString()));
    }

    /**
     * Opens a namespace by the name {@code ip netns} gave it.
     *
     * @param name name of a file in {@code /run/netns}
     * @return the namespace; close it
     * @throws SyscallException when there is none of that name
     */
    public static NetworkNamespace named(String name) {
        if (name.isEmpty() || name.indexOf('/') >= 0 || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException("not the name of a network namespace: \"" + name + "\"");
        }
        return ofPath(NAMED.resolve(name));
    }

    /**
     * Opens the namespace a process is in.
     *
     * @param pid id of the process
     * @return the namespace; close it
     * @throws SyscallException when there is no such process, or this one may not look at it
     */
    public static NetworkNamespace ofPid(long pid) {
        return ofPath(Path.of("/proc/" + pid + "/ns/net"));
    }

    /**
     * Opens the namespace the calling thread is in.
     *
     * @return the namespace; close it
     */
    public static NetworkNamespace current() {
        return ofPath(Path.of(OWN));
    }

    /**
     * Makes a new namespace without a name. It ends, with all that is in it, when it is closed and no process, socket or mount holds
     * it.
     *
     * @return the namespace, in which only a loopback interface exists, and is down; close it
     * @throws SyscallException with EPERM when the process lacks CAP_SYS_ADMIN
     */
    public static NetworkNamespace create() {
        return create(Syscalls.system());
    }

    /**
     * Makes a new namespace by system calls of the caller's choice.
     *
     * @param syscalls how to reach the kernel
     * @return the namespace; close it
     * @throws SyscallException with EPERM when the process lacks CAP_SYS_ADMIN
     */
    public static NetworkNamespace create(Syscalls syscalls) {
        int descriptor = NamespaceThread.call("jnetlink-netns-create", () -> {
            int result = syscalls.unshare(LinuxAbi.CLONE_NEWNET);
            if (result < 0) {
                throw new SyscallException("unshare", -result, "into a new network namespace", hint(-result));
            }
            return openFile(syscalls, OWN);
        });
        return new NetworkNamespace(syscalls, "anonymous", descriptor);
    }

    /**
     * Runs an action inside the namespace, on a platform thread of its own, and waits for it.
     *
     * <p>What the action throws is thrown here as it is. Being interrupted interrupts the action; the wait goes on until it ends, and
     * the thread is left interrupted.
     *
     * @param action what to do; must not leave work for its thread to do later
     * @param <T> type of the result
     * @param <E> type of the checked exception the action may throw
     * @return the action's result
     * @throws E what the action threw
     * @throws SyscallException when the namespace cannot be entered; then nothing was run
     */
    public <T, E extends Exception> T call(Action<T, E> action) throws E {
        return NamespaceThread.call("jnetlink-netns", () -> {
            enter();
            return action.call();
        });
    }

    /**
     * Runs a task inside the namespace, as {@link #call} does.
     *
     * @param task what to do
     * @param <E> type of the checked exception the task may throw
     * @throws E what the task threw
     * @throws SyscallException when the namespace cannot be entered; then nothing was run
     */
    public <E extends Exception> void run(Task<E> task) throws E {
        this.<Boolean, E>call(() -> {
            task.run();
            return Boolean.TRUE;
        });
    }

    /**
     * The descriptor that stands for it, for requests that name a namespace by one.
     *
     * @return the number, good until this is closed
     */
    public int descriptor() {
        return inside(() -> descriptor);
    }

    /**
     * A path that stands for the namespace in any process, for example in {@code nsenter --net=PATH}, as long as it is open here.
     *
     * @return {@code /proc/PID/fd/N}
     */
    public Path path() {
        return inside(() -> Path.of("/proc/" + ownPid() + "/fd/" + descriptor));
    }

    /**
     * The number that tells namespaces apart, as in {@code net:[4026531840]}.
     *
     * @return the inode number
     */
    public long inode() {
        return inside(() -> {
            try {
                Object inode = Files.getAttribute(Path.of("/proc/self/fd/" + descriptor), "unix:ino");
                return ((Number) inode).longValue();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot identify " + this, e);
            }
        });
    }

    /** Closes the descriptor. Sockets opened in the namespace stay open. Closing twice does nothing. */
    @Override
    public void close() {
        if (guard.close()) {
            guard.leave();
        }
    }

    @Override
    public String toString() {
        return "network namespace " + description;
    }

    /**
     * The system calls the namespace was opened by.
     *
     * @return how it reaches the kernel
     */
    public Syscalls syscalls() {
        return syscalls;
    }

    private void enter() {
        int result = inside(() -> syscalls.setns(descriptor, LinuxAbi.CLONE_NEWNET));
        if (result < 0) {
            throw new SyscallException("setns", -result, "into network namespace " + description, hint(-result));
        }
    }

    private <T> T inside(Supplier<T> use) {
        if (!guard.enter()) {
            throw new IllegalStateException("closed: " + this);
        }
        try {
            return use.get();
        } finally {
            guard.leave();
        }
    }

    private static String hint(int errno) {
        return switch (errno) {
            case Errno.EPERM -> NEEDS_ADMIN;
            case Errno.EINVAL -> "it is not a network namespace";
            case Errno.ENOSPC -> "the limit user.max_net_namespaces is reached";
            default -> "";
        };
    }

    private static int openFile(Syscalls syscalls, String path) {
        int descriptor = syscalls.open(path, OPEN_FLAGS);
        if (descriptor >= 0) {
            return descriptor;
        }
        String hint = switch (-descriptor) {
            case Errno.EACCES, Errno.EPERM -> "needs CAP_SYS_PTRACE, or to run as the user of that process";
            case Errno.EMFILE -> "this process has as many descriptors open as RLIMIT_NOFILE lets it";
            default -> "";
        };
        throw new SyscallException("open", -descriptor, path, hint);
    }

    private static String ownPid() {
        try {
            // getpid() would be wrong where /proc belongs to another pid namespace than the process.
            return Files.readSymbolicLink(Path.of("/proc/self")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read /proc/self", e);
        }
    }
}
