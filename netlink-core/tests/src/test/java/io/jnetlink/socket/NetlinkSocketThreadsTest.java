package io.jnetlink.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.socket.ReceiveResult.Status;
import io.jnetlink.testkit.FakeCall;
import io.jnetlink.testkit.FakeKernel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to a receiver while other threads send, wake, interrupt and close. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NetlinkSocketThreadsTest {

    private final FakeKernel kernel = FakeKernel.silent();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    @AfterEach
    void nothingIsLeftOpen() {
        threads.shutdownNow();
        assertThat(kernel.openDescriptors()).isZero();
        assertThat(kernel.badDescriptorUses()).isZero();
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    private Future<Status> receiveForEver(NetlinkSocket socket) throws InterruptedException {
        Future<Status> received =
                threads.submit(() -> socket.receive(NetlinkSocket.NO_DEADLINE).status());
        kernel.awaitPolling(1);
        return received;
    }

    @Test
    void aDatagramWakesTheReceiver() throws Exception {
        try (NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), kernel)) {
            Future<Status> received = receiveForEver(socket);
            kernel.socket().deliver(RawMessages.message(20, 1));
            assertThat(get(received)).isEqualTo(Status.DATAGRAM);
        }
    }

    @Test
    void closeWakesTheReceiverAndDoesNotWaitForIt() throws Exception {
        NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), kernel);
        Future<Status> received = receiveForEver(socket);

        socket.close();

        assertThatThrownBy(() -> get(received))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SocketClosedException.class);
        assertThat(kernel.socket().isClosed()).isTrue();
    }

    @Test
    void wakeupEndsOneWaitAndIsRemembered() throws Exception {
        try (NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), kernel)) {
            Future<Status> received = receiveForEver(socket);
            socket.wakeup();
            assertThat(get(received)).isEqualTo(Status.WOKEN);

            socket.wakeup();
            socket.wakeup();
            assertThat(socket.receive(NetlinkSocket.NO_DEADLINE).status()).isEqualTo(Status.WOKEN);
            assertThat(socket.receive(socket.nanoTime()).status()).isEqualTo(Status.TIMED_OUT);

            socket.wakeup();
            kernel.socket().deliver(RawMessages.message(20, 1));
            assertThat(socket.receive(NetlinkSocket.NO_DEADLINE).status()).isEqualTo(Status.DATAGRAM);
        }
    }

    @Test
    void anInterruptEndsTheWaitAndLeavesTheThreadInterrupted() throws Exception {
        try (NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), kernel)) {
            List<Object> seen = new ArrayList<>();
            Thread receiver = new Thread(() -> {
                seen.add(socket.receive(NetlinkSocket.NO_DEADLINE).status());
                seen.add(Thread.interrupted());
                seen.add(socket.receive(socket.nanoTime()).status());
            });
            receiver.start();
            kernel.awaitPolling(1);
            receiver.interrupt();
            receiver.join(30_000);

            assertThat(seen).containsExactly(Status.INTERRUPTED, true, Status.TIMED_OUT);
        }
    }

    @Test
    void anInterruptedThreadStillGetsWhatIsQueuedButDoesNotWait() {
        try (NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), kernel)) {
            kernel.socket().deliver(RawMessages.message(20, 1));
            Thread.currentThread().interrupt();
            assertThat(socket.receive(NetlinkSocket.NO_DEADLINE).status()).isEqualTo(Status.DATAGRAM);
            assertThat(socket.receive(NetlinkSocket.NO_DEADLINE).status()).isEqualTo(Status.INTERRUPTED);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void threadsThatSendWhileAnotherClosesNeverUseTheDescriptorAfterwards() throws Exception {
        int senders = 4;
        for (int round = 0; round < 300; round++) {
            NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), kernel);
            CyclicBarrier start = new CyclicBarrier(senders + 2);
            List<Future<Boolean>> futures = new ArrayList<>();
            for (int sender = 0; sender < senders; sender++) {
                futures.add(threads.submit(untilClosed(start, sendTo(socket))));
            }
            futures.add(threads.submit(untilClosed(start, () -> socket.receive(NetlinkSocket.NO_DEADLINE))));
            start.await();
            socket.wakeup();
            socket.close();
            for (Future<Boolean> future : futures) {
                assertThat(get(future)).isTrue();
            }
        }
        assertThat(kernel.calls(FakeCall.SOCKET)).isEqualTo(300);
    }

    private static Runnable sendTo(NetlinkSocket socket) {
        ByteBuffer message = RawMessages.getLink(0, 1, 1);
        return () -> socket.send(message);
    }

    private static Callable<Boolean> untilClosed(CyclicBarrier start, Runnable use) {
        return () -> {
            start.await();
            try {
                while (true) {
                    use.run();
                }
            } catch (SocketClosedException closed) {
                return true;
            }
        };
    }
}
