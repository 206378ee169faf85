package io.jnetlink.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.client.ClosedClientException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.RequestInterruptedException;
import io.jnetlink.client.RequestTimeoutException;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult.Status;
import io.jnetlink.socket.SocketClosedException;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeCall;
import io.jnetlink.testkit.FakeKernel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What holds for threads that wait on a socket, with virtual ones. */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "this Java has no virtual threads")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VirtualThreadsTest {

    private static final byte[] NOOP = {16, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private final FakeKernel kernel = FakeKernel.silent();

    @AfterEach
    void nothingIsLeftOpen() {
        assertThat(kernel.openDescriptors()).isZero();
        assertThat(kernel.badDescriptorUses()).isZero();
    }

    /** A virtual thread, and what became of it. */
    private record Running<T>(Thread thread, FutureTask<T> outcome) {

        static <T> Running<T> start(Callable<T> task) {
            FutureTask<T> outcome = new FutureTask<>(task);
            return new Running<>(VirtualThreads.start(outcome), outcome);
        }

        T get() throws Exception {
            return outcome.get(60, TimeUnit.SECONDS);
        }
    }

    private NetlinkSocket open(FakeKernel on) {
        return NetlinkSocket.open(
                SocketOptions.builder(SocketOptions.ROUTE)
                        .datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
                        .build(),
                on);
    }

    private Running<Status> receiveForEver(NetlinkSocket socket) throws InterruptedException {
        Running<Status> receiver =
                Running.start(() -> socket.receive(NetlinkSocket.NO_DEADLINE).status());
        kernel.awaitPolling(1);
        return receiver;
    }

    private static List<Thread> waitingThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("netlink-wait"))
                .toList();
    }

    @Test
    void aDatagramEndsTheWaitAndClosingEndsTheThread() throws Exception {
        NetlinkSocket socket = open(kernel);
        for (int i = 0; i < 3; i++) {
            Running<Status> receiver = receiveForEver(socket);
            kernel.socket().deliver(NOOP);
            assertThat(receiver.get()).isEqualTo(Status.DATAGRAM);
        }
        List<Thread> threads = waitingThreads();
        assertThat(threads).hasSize(1).allMatch(Thread::isDaemon);
        socket.close();
        threads.get(0).join(60_000);
        assertThat(threads.get(0).isAlive()).isFalse();
    }

    @Test
    void whatIsThereNeedsNoWait() throws Exception {
        try (NetlinkSocket socket = open(kernel)) {
            kernel.socket().deliver(NOOP);
            Running<Status> receiver = Running.start(
                    () -> socket.receive(NetlinkSocket.NO_DEADLINE).status());
            assertThat(receiver.get()).isEqualTo(Status.DATAGRAM);
            assertThat(kernel.calls(FakeCall.POLL)).isZero();
        }
    }

    @Test
    void closingEndsTheWait() throws Exception {
        NetlinkSocket socket = open(kernel);
        Running<Status> receiver = receiveForEver(socket);
        socket.close();
        assertThatThrownBy(receiver::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SocketClosedException.class);
    }

    @Test
    void wakingEndsTheWaitOnce() throws Exception {
        try (NetlinkSocket socket = open(kernel)) {
            Running<Status> receiver = receiveForEver(socket);
            socket.wakeup();
            assertThat(receiver.get()).isEqualTo(Status.WOKEN);
            receiver = receiveForEver(socket);
            kernel.socket().deliver(NOOP);
            assertThat(receiver.get()).isEqualTo(Status.DATAGRAM);
        }
    }

    @Test
    void anInterruptEndsTheWaitAndLeavesTheThreadInterrupted() throws Exception {
        try (NetlinkSocket socket = open(kernel)) {
            Running<Boolean> receiver = Running.start(() ->
                    socket.receive(NetlinkSocket.NO_DEADLINE).status() == Status.INTERRUPTED && Thread.interrupted());
            kernel.awaitPolling(1);
            receiver.thread().interrupt();
            assertThat(receiver.get()).isTrue();

            Running<Boolean> interrupted = Running.start(() -> {
                Thread.currentThread().interrupt();
                return socket.receive(NetlinkSocket.NO_DEADLINE).status() == Status.INTERRUPTED && Thread.interrupted();
            });
            assertThat(interrupted.get()).isTrue();
        }
    }

    @Test
    void theDeadlineIsKept() throws Exception {
        FakeKernel timed = FakeKernel.silent().withVirtualTime();
        try (NetlinkSocket socket = open(timed)) {
            Running<Status> receiver = Running.start(
                    () -> socket.receive(socket.nanoTime() + 1_000_000_000L).status());
            assertThat(receiver.get()).isEqualTo(Status.TIMED_OUT);
        }
    }

    @Test
    void requestsTimeOutAreInterruptedAndEndWithTheirClient() throws Exception {
        FakeKernel timed = FakeKernel.silent().withVirtualTime();
        try (NetlinkClient client = NetlinkClient.open(NetlinkConfig.builder(SocketOptions.route())
                .syscalls(timed)
                .timeout(Duration.ofSeconds(1))
                .build())) {
            Running<?> silent = Running.start(() -> client.acknowledge(LinkFamily.get("a")));
            assertThatThrownBy(silent::get).hasCauseInstanceOf(RequestTimeoutException.class);
        }
        NetlinkClient client = NetlinkClient.open(
                NetlinkConfig.builder(SocketOptions.route()).syscalls(kernel).build());
        Running<?> interrupted = Running.start(() -> client.acknowledge(LinkFamily.get("a")));
        kernel.awaitPolling(1);
        Running<?> inLine = Running.start(() -> client.acknowledge(LinkFamily.get("b")));
        interrupted.thread().interrupt();
        assertThatThrownBy(interrupted::get).hasCauseInstanceOf(RequestInterruptedException.class);
        while (kernel.socket().sent().size() < 2) {
            Thread.onSpinWait();
        }
        kernel.awaitPolling(1);
        client.close();
        assertThatThrownBy(inLine::get).hasCauseInstanceOf(ClosedClientException.class);
    }
}
