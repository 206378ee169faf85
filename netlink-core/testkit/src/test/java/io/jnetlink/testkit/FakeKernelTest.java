package io.jnetlink.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.jnetlink.sys.Errno;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.NativeMemory;
import io.jnetlink.sys.PollSet;
import io.jnetlink.sys.ReceivedInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The fake obeys the rules of the real calls, which the core's kernel tests pin down. */
class FakeKernelTest {

    private final ReceivedInfo info = new ReceivedInfo();

    private static int socket(FakeKernel kernel) {
        int fd = kernel.socket(LinuxAbi.AF_NETLINK, LinuxAbi.SOCK_RAW, 0);
        assertThat(kernel.bind(fd, 0, 0)).isZero();
        return fd;
    }

    private static ByteBuffer direct(int... bytes) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length);
        for (int value : bytes) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }

    @Test
    void answersWhatTheFunctionMakesOfTheRequest() {
        FakeKernel kernel =
                FakeKernel.answering(request -> List.of(new byte[] {request.get(0), 9}, new byte[] {request.get(1)}));
        int fd = socket(kernel);

        assertThat(kernel.send(fd, direct(1, 2), 0)).isEqualTo(2);

        ByteBuffer buffer = ByteBuffer.allocateDirect(8);
        assertThat(kernel.recvmsg(fd, buffer, 0, info)).isEqualTo(2);
        assertThat(buffer.get(0)).isEqualTo((byte) 1);
        assertThat(buffer.position()).isZero();
        assertThat(kernel.recvmsg(fd, buffer, 0, info)).isOne();
        assertThat(kernel.recvmsg(fd, buffer, 0, info)).isEqualTo(-Errno.EAGAIN);
    }

    @Test
    void aResponderMayMixErrorsIn() {
        FakeKernel kernel = FakeKernel.respondingBy((socket, request) -> {
            socket.deliverError(Errno.ENOBUFS);
            socket.deliver(new byte[] {1});
        });
        int fd = socket(kernel);
        kernel.sendmsg(fd, new ByteBuffer[] {direct(1), direct(2)}, 2, 0, new NativeMemory(96));

        assertThat(kernel.socket().queued()).isEqualTo(2);
        assertThat(kernel.recvmsg(fd, ByteBuffer.allocateDirect(8), 0, info)).isEqualTo(-Errno.ENOBUFS);
        assertThat(kernel.recvmsg(fd, ByteBuffer.allocateDirect(8), 0, info)).isOne();
        assertThat(kernel.socket().sent()).containsExactly(new byte[] {1, 2});
    }

    @Test
    void truncatesAndPeeksAsLinuxDoes() {
        FakeKernel kernel = FakeKernel.silent();
        int fd = socket(kernel);
        kernel.socket().deliver(new byte[] {1, 2, 3, 4});
        ByteBuffer small = ByteBuffer.allocateDirect(2);

        int peek = LinuxAbi.MSG_PEEK | LinuxAbi.MSG_TRUNC;
        assertThat(kernel.recvmsg(fd, ByteBuffer.allocateDirect(0), peek, info)).isEqualTo(4);
        assertThat(kernel.recvmsg(fd, small, LinuxAbi.MSG_PEEK, info)).isEqualTo(2);
        assertThat(info.messageFlags()).isEqualTo(LinuxAbi.MSG_TRUNC);
        assertThat(kernel.recvmsg(fd, small, LinuxAbi.MSG_TRUNC, info)).isEqualTo(4);
        assertThat(small.get(1)).isEqualTo((byte) 2);
        assertThat(kernel.recvmsg(fd, small, 0, info)).isEqualTo(-Errno.EAGAIN);
    }

    @Test
    void pollWaitsForDataOfAnyThreadAndForEvents() throws Exception {
        FakeKernel kernel = FakeKernel.silent();
        int fd = socket(kernel);
        int event = kernel.eventfd();
        PollSet set = new PollSet(2);
        set.watch(0, fd, LinuxAbi.POLLIN);
        set.watch(1, event, LinuxAbi.POLLIN);

        FutureTask<Integer> polled = new FutureTask<>(() -> kernel.poll(set, -1));
        new Thread(polled).start();
        kernel.awaitPolling(1);
        kernel.socket().deliver(new byte[] {1});
        assertThat(polled.get(10, TimeUnit.SECONDS)).isOne();
        assertThat(set.returned(0)).isEqualTo(LinuxAbi.POLLIN);

        kernel.eventfdWrite(event);
        assertThat(kernel.poll(set, 0)).isEqualTo(2);
        assertThat(kernel.eventfdRead(event)).isZero();
        assertThat(kernel.eventfdRead(event)).isEqualTo(-Errno.EAGAIN);
    }

    @Test
    void anInterruptDoesNotEndAPollButIsKept() throws Exception {
        FakeKernel kernel = FakeKernel.silent();
        int fd = socket(kernel);
        PollSet set = new PollSet(1);
        set.watch(0, fd, LinuxAbi.POLLIN);

        FutureTask<Boolean> polled = new FutureTask<>(() -> kernel.poll(set, -1) == 1 && Thread.interrupted());
        Thread thread = new Thread(polled);
        thread.start();
        kernel.awaitPolling(1);
        thread.interrupt();
        kernel.socket().deliver(new byte[] {1});
        assertThat(polled.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void virtualTimeMovesByWhatIsWaitedFor() {
        FakeKernel kernel = FakeKernel.silent().withVirtualTime();
        int fd = socket(kernel);
        PollSet set = new PollSet(1);
        set.watch(0, fd, LinuxAbi.POLLIN);
        long before = kernel.nanoTime();

        assertThat(kernel.poll(set, TimeUnit.HOURS.toNanos(1))).isZero();
        assertThat(kernel.nanoTime() - before).isEqualTo(TimeUnit.HOURS.toNanos(1));
        kernel.socket().deliver(new byte[] {1});
        assertThat(kernel.poll(set, TimeUnit.HOURS.toNanos(1))).isOne();
        assertThat(kernel.nanoTime() - before).isEqualTo(TimeUnit.HOURS.toNanos(1));
    }

    @Test
    void realTimeEndsAWaitToo() {
        FakeKernel kernel = FakeKernel.silent();
        int fd = socket(kernel);
        PollSet set = new PollSet(1);
        set.watch(0, fd, LinuxAbi.POLLIN);

        assertThat(kernel.poll(set, 1_000_000)).isZero();
    }

    @Test
    void scriptedFailuresAreUsedUpInOrder() {
        FakeKernel kernel =
                FakeKernel.silent().failNext(FakeCall.SOCKET, Errno.EMFILE).failNext(FakeCall.SOCKET, Errno.ENOMEM);

        assertThat(kernel.socket(LinuxAbi.AF_NETLINK, LinuxAbi.SOCK_RAW, 0)).isEqualTo(-Errno.EMFILE);
        assertThat(kernel.socket(LinuxAbi.AF_NETLINK, LinuxAbi.SOCK_RAW, 0)).isEqualTo(-Errno.ENOMEM);
        assertThat(kernel.socket(LinuxAbi.AF_NETLINK, LinuxAbi.SOCK_RAW, 0)).isPositive();
        assertThat(kernel.calls(FakeCall.SOCKET)).isEqualTo(3);
    }

    @Test
    void usingAClosedDescriptorFailsAndShows() {
        FakeKernel kernel = FakeKernel.silent();
        int fd = socket(kernel);
        assertThat(kernel.close(fd)).isZero();

        assertThat(kernel.send(fd, direct(1), 0)).isEqualTo(-Errno.EBADF);
        assertThat(kernel.close(fd)).isEqualTo(-Errno.EBADF);
        PollSet set = new PollSet(1);
        set.watch(0, fd, LinuxAbi.POLLIN);
        assertThat(kernel.poll(set, 0)).isOne();
        assertThat(set.returned(0)).isEqualTo(LinuxAbi.POLLNVAL);
        assertThat(kernel.badDescriptorUses()).isEqualTo(3);
        assertThat(kernel.socket().isClosed()).isTrue();
    }

    @Test
    void bindJoinsTheGroupsOfItsMask() {
        FakeKernel kernel = FakeKernel.silent();
        int fd = kernel.socket(LinuxAbi.AF_NETLINK, LinuxAbi.SOCK_RAW, 0);
        kernel.bind(fd, 77, 0x8000_0001);

        assertThat(kernel.getsockname(fd)).isEqualTo(77);
        assertThat(kernel.socket().groups()).containsExactly(1, 32);
    }

    @Test
    void theOnlySocketIsTheOnlySocket() {
        FakeKernel kernel = FakeKernel.silent();
        assertThatIllegalStateException().isThrownBy(kernel::socket);
        socket(kernel);
        assertThat(kernel.socket().portId()).isEqualTo(4242);
        socket(kernel);
        assertThatIllegalStateException().isThrownBy(kernel::socket);
        assertThat(kernel.sockets()).hasSize(2);
    }
}
