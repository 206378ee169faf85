package io.jnetlink.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@InNetworkNamespace
class NetworkNamespaceKernelTest {

    private static long inodeOfThisThread() throws IOException {
        return ((Number) Files.getAttribute(Path.of("/proc/thread-self/ns/net"), "unix:ino")).longValue();
    }

    @Test
    void anActionRunsInsideAndTheCallersThreadStaysWhereItWas(NetworkNamespace own, NetworkNamespace other)
            throws Exception {
        long before = inodeOfThisThread();

        long inside = other.call(NetworkNamespaceKernelTest::inodeOfThisThread);

        assertThat(inside).isEqualTo(other.inode()).isNotEqualTo(before);
        assertThat(inodeOfThisThread()).isEqualTo(before).isEqualTo(own.inode());
    }

    @Test
    void theThreadThatEnteredEndsWithTheAction(NetworkNamespace namespace) {
        Thread inside = namespace.call(Thread::currentThread);

        assertThat(inside).isNotSameAs(Thread.currentThread());
        assertThat(inside.isAlive()).isFalse();
    }

    @Test
    void aFailureInsideComesOutAsItIs(NetworkNamespace namespace) throws Exception {
        long before = inodeOfThisThread();
        IOException failure = new IOException("inside");

        assertThatThrownBy(() -> namespace.run(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(inodeOfThisThread()).isEqualTo(before);
    }

    @Test
    void eachNewNamespaceIsAnother() {
        try (NetworkNamespace first = NetworkNamespace.create();
                NetworkNamespace second = NetworkNamespace.create()) {
            assertThat(first.inode()).isNotEqualTo(second.inode());
            assertThat(first).hasToString("network namespace anonymous");
        }
    }

    @Test
    void thePathLeadsOtherProcessesIn(NetworkNamespace namespace, NamespaceShell shell) {
        assertThat(shell.run("readlink", "/proc/self/ns/net").strip()).isEqualTo("net:[" + namespace.inode() + "]");
    }

    @Test
    void opensByPathPidAndCurrentThread(NetworkNamespace namespace) throws Exception {
        try (NetworkNamespace byPath = NetworkNamespace.ofPath(namespace.path());
                NetworkNamespace current = NetworkNamespace.current();
                NetworkNamespace byPid =
                        NetworkNamespace.ofPid(ProcessHandle.current().pid())) {
            assertThat(byPath.inode()).isEqualTo(namespace.inode());
            assertThat(current.inode()).isEqualTo(inodeOfThisThread());
            assertThat(byPid.inode())
                    .isEqualTo(((Number) Files.getAttribute(Path.of("/proc/self/ns/net"), "unix:ino")).longValue());
        }
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> NetworkNamespace.named("jnetlink-no-such-namespace"))
                .isInstanceOf(SyscallException.class)
                .hasMessage("open /run/netns/jnetlink-no-such-namespace: ENOENT (No such file or directory)");
        assertThatThrownBy(() -> NetworkNamespace.ofPid(Integer.MAX_VALUE))
                .isInstanceOfSatisfying(
                        SyscallException.class,
                        e -> assertThat(e.errno().is(Errno.ENOENT)).isTrue());
    }

    @Test
    void aFileThatIsNoNamespaceIsToldApartWhenItIsEntered(@TempDir Path directory) throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        try (NetworkNamespace wrong = NetworkNamespace.ofPath(file);
                NetworkNamespace mounts = NetworkNamespace.ofPath(Path.of("/proc/self/ns/mnt"))) {
            assertThatThrownBy(() -> wrong.call(() -> "never"))
                    .hasMessage("setns into network namespace " + file
                            + ": EINVAL (Invalid argument); it is not a network namespace");
            assertThatThrownBy(() -> mounts.call(() -> "never")).hasMessageContaining("it is not a network namespace");
        }
    }

    @Test
    void aSocketKeepsItsNamespaceAliveAfterItsHandleIsClosed() throws Exception {
        NetlinkSocket socket;
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            socket = NetlinkSocket.open(SocketOptions.route(), namespace);
        }
        try (socket) {
            assertThat(socket.portId()).isPositive();
            assertThat(socket.receiveBufferBytes()).isPositive();
        }
    }

    @Test
    void poolThreadsStayOutsideHoweverActionsEnd(NetworkNamespace namespace) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            long outside = inodeOfThisThread();
            long inside;
            try (NetworkNamespace other = NetworkNamespace.create()) {
                inside = other.inode();
                long before = descriptors();
                List<Future<Long>> futures = new ArrayList<>();
                for (int count = 0; count < 1000; count++) {
                    boolean fails = count % 3 == 0;
                    futures.add(pool.submit(() -> visit(other, fails)));
                }
                for (Future<Long> future : futures) {
                    assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo(outside);
                }
                assertThat(descriptors()).isLessThanOrEqualTo(before + 2);
            }
            assertThat(inside).isNotEqualTo(outside);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Goes in, perhaps fails there, and tells where the calling thread is afterwards. */
    private static long visit(NetworkNamespace namespace, boolean fails) throws IOException {
        try {
            namespace.run(() -> {
                assertThat(inodeOfThisThread()).isEqualTo(namespace.inode());
                if (fails) {
                    throw new IOException("as planned");
                }
            });
            assertThat(fails).isFalse();
        } catch (IOException planned) {
            assertThat(fails).isTrue();
        }
        return inodeOfThisThread();
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("/proc/self/fd"))) {
            return entries.count();
        }
    }
}
