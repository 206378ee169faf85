package io.jnetlink.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeCall;
import io.jnetlink.testkit.FakeKernel;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkNamespaceTest {

    private static final Path PATH = Path.of("/run/netns/blue");

    private final FakeKernel kernel = FakeKernel.silent();

    @Test
    void aMissingCapabilityIsNamedOnCreation() {
        kernel.failNext(FakeCall.UNSHARE, Errno.EPERM);

        assertThatThrownBy(() -> NetworkNamespace.create(kernel))
                .isInstanceOf(SyscallException.class)
                .hasMessageStartingWith("unshare into a new network namespace: EPERM (Operation not permitted); needs "
                        + "CAP_SYS_ADMIN");
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void aMissingCapabilityIsNamedOnEntryAndNothingRuns() {
        AtomicBoolean ran = new AtomicBoolean();
        try (NetworkNamespace blue = NetworkNamespace.ofPath(PATH, kernel)) {
            kernel.failNext(FakeCall.SETNS, Errno.EPERM);

            assertThatThrownBy(() -> blue.run(() -> ran.set(true)))
                    .hasMessageStartingWith("setns into network namespace /run/netns/blue: EPERM")
                    .hasMessageContaining("CAP_SYS_ADMIN");
            assertThat(ran).isFalse();
        }
    }

    @Test
    void aForbiddenFileHintsAtTheCapability() {
        kernel.failNext(FakeCall.OPEN, Errno.EACCES);

        assertThatThrownBy(() -> NetworkNamespace.ofPath(Path.of("/proc/1/ns/net"), kernel))
                .hasMessage("open /proc/1/ns/net: EACCES (Permission denied); "
                        + "needs CAP_SYS_PTRACE, or to run as the user of that process");
    }

    @Test
    void aClosedNamespaceIsNotEntered() {
        NetworkNamespace blue = NetworkNamespace.ofPath(PATH, kernel);
        blue.close();
        blue.close();

        assertThatThrownBy(() -> blue.call(() -> 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(blue::path).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(blue::inode).isInstanceOf(IllegalStateException.class);
        assertThat(kernel.calls(FakeCall.SETNS)).isZero();
        assertThat(kernel.badDescriptorUses()).isZero();
    }

    @Test
    void aSocketIsOpenedByTheNamespacesOwnSystemCalls() {
        try (NetworkNamespace blue = NetworkNamespace.ofPath(PATH, kernel);
                NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), blue)) {
            assertThat(socket.portId()).isEqualTo(kernel.socket().portId());
            assertThat(kernel.calls(FakeCall.SETNS)).isOne();
        }
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void errorsComeOutAsTheyAre() {
        AssertionError error = new AssertionError("inside");
        try (NetworkNamespace blue = NetworkNamespace.ofPath(PATH, kernel)) {
            assertThatThrownBy(() -> blue.run(() -> {
                        throw error;
                    }))
                    .isSameAs(error);
        }
    }

    @Test
    void anInterruptReachesTheActionAndIsKept() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        AtomicBoolean interruptedInside = new AtomicBoolean();
        AtomicBoolean interruptedAfter = new AtomicBoolean();
        try (NetworkNamespace blue = NetworkNamespace.ofPath(PATH, kernel)) {
            Thread caller = new Thread(() -> {
                blue.run(() -> {
                    inside.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interruptedInside.set(true);
                    }
                });
                interruptedAfter.set(Thread.currentThread().isInterrupted());
            });
            caller.start();
            inside.await();
            caller.interrupt();
            caller.join(30_000);
        }
        assertThat(interruptedInside).isTrue();
        assertThat(interruptedAfter).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "../1/ns/net"})
    void aNameIsAFileNameAndNoPath(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> NetworkNamespace.named(name));
    }
}
