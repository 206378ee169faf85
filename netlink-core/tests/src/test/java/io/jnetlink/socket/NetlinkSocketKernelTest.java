package io.jnetlink.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.socket.ReceiveResult.Status;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.ReceivedInfo;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.sys.Syscalls;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@InNetworkNamespace
class NetlinkSocketKernelTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int LOOPBACK = 1;
    private static final int NO_SUCH_LINK = 9999;
    private static final int LINK_GROUP = 1;

    private static NetlinkSocket open(NetworkNamespace namespace) {
        return NetlinkSocket.open(SocketOptions.route(), namespace);
    }

    private static ByteBuffer receive(NetlinkSocket socket) {
        ReceiveResult result = socket.receive(socket.nanoTime() + 20 * SECOND);
        assertThat(result.status()).isEqualTo(Status.DATAGRAM);
        return result.datagram();
    }

    @Test
    void opensWithEveryOption(NetworkNamespace namespace) {
        SocketOptions options = SocketOptions.builder(SocketOptions.ROUTE)
                .with(SocketFeature.PACKET_INFO)
                .with(SocketFeature.ALL_NAMESPACES)
                .receiveBufferBytes(64 << 10)
                .sendBufferBytes(32 << 10)
                .build();
        try (NetlinkSocket socket = NetlinkSocket.open(options, namespace)) {
            assertThat(socket.features()).isEqualTo(options.features());
            assertThat(socket.receiveBufferBytes()).isEqualTo(128 << 10);
            assertThat(socket.sendBufferBytes()).isEqualTo(64 << 10);
            assertThat(option(socket, LinuxAbi.NETLINK_EXT_ACK)).isOne();
            assertThat(option(socket, LinuxAbi.NETLINK_CAP_ACK)).isOne();
            assertThat(option(socket, LinuxAbi.NETLINK_GET_STRICT_CHK)).isOne();
            assertThat(option(socket, LinuxAbi.NETLINK_NO_ENOBUFS)).isZero();
        }
    }

    private static long option(NetlinkSocket socket, int number) {
        return Syscalls.system().getsockopt(socket.descriptor(), LinuxAbi.SOL_NETLINK, number);
    }

    @Test
    void socketsOfOneProcessHaveDistinctPortIds(NetworkNamespace namespace) {
        List<NetlinkSocket> sockets =
                Stream.generate(() -> open(namespace)).limit(8).toList();
        try {
            assertThat(sockets.stream().map(NetlinkSocket::portId))
                    .doesNotHaveDuplicates()
                    .allSatisfy(portId -> assertThat(portId).isBetween(1L, 0xffff_ffffL));
        } finally {
            sockets.forEach(NetlinkSocket::close);
        }
    }

    @Test
    void anUnknownProtocolIsRefusedByName(NetworkNamespace namespace) {
        SocketOptions options = SocketOptions.builder(31).build();

        assertThatThrownBy(() -> NetlinkSocket.open(options, namespace))
                .isInstanceOf(SyscallException.class)
                .hasMessage("socket of netlink protocol 31: EPROTONOSUPPORT (Protocol not supported); "
                        + "the running kernel has no such netlink protocol");
    }

    @Test
    void dumpsTheLinksOfItsNamespace(NetworkNamespace namespace) {
        try (NetlinkSocket socket = open(namespace)) {
            socket.send(RawMessages.getLink(RawMessages.DUMP, 7, 0));

            List<Integer> indexes = new ArrayList<>();
            boolean done = false;
            while (!done) {
                ByteBuffer datagram = receive(socket);
                for (int at = 0; at < datagram.limit(); at = RawMessages.next(datagram, at)) {
                    assertThat(RawMessages.sequence(datagram, at)).isEqualTo(7);
                    assertThat(RawMessages.portId(datagram, at)).isEqualTo(socket.portId());
                    done |= RawMessages.type(datagram, at) == RawMessages.DONE;
                    if (RawMessages.type(datagram, at) == RawMessages.NEWLINK) {
                        indexes.add(datagram.getInt(at + RawMessages.HEADER_BYTES + 4));
                    }
                }
            }
            assertThat(indexes).containsExactly(LOOPBACK);
        }
    }

    @Test
    void aRequestInTwoPartsIsOneRequest(NetworkNamespace namespace) {
        try (NetlinkSocket socket = open(namespace)) {
            ByteBuffer whole = RawMessages.getLink(RawMessages.ACK, 3, LOOPBACK);
            socket.send(whole.duplicate().limit(20), whole.duplicate().position(20));

            ByteBuffer datagram = receive(socket);
            assertThat(RawMessages.type(datagram, 0)).isEqualTo(RawMessages.NEWLINK);
            assertThat(RawMessages.errno(receive(socket), 0)).isZero();
        }
    }

    @Test
    void aReplyOfSixtyThousandBytesComesWhole(NetworkNamespace namespace) {
        int names = 470;
        try (NetlinkSocket socket = open(namespace)) {
            socket.send(RawMessages.addNames(1, LOOPBACK, names));
            assertThat(RawMessages.errno(receive(socket), 0)).isZero();

            socket.send(RawMessages.getLink(0, 2, LOOPBACK));
            ByteBuffer datagram = receive(socket);
            assertThat(datagram.limit()).isGreaterThan(names * 128);
            assertThat(RawMessages.length(datagram, 0)).isEqualTo(datagram.limit());
            String text = StandardCharsets.ISO_8859_1.decode(datagram).toString();
            assertThat(text.split("name-", -1)).hasSize(names + 1);
        }
    }

    @Test
    void anErrorThatEchoesALongRequestComesWhole(NetworkNamespace namespace) {
        SocketOptions options = SocketOptions.route().toBuilder()
                .without(SocketFeature.CAPPED_ACK)
                .build();
        try (NetlinkSocket socket = NetlinkSocket.open(options, namespace)) {
            ByteBuffer request = RawMessages.addNames(1, NO_SUCH_LINK, 400);
            socket.send(request);

            ByteBuffer datagram = receive(socket);
            assertThat(RawMessages.errno(datagram, 0)).isEqualTo(Errno.ENODEV);
            int echo = RawMessages.HEADER_BYTES + 4;
            assertThat(datagram.slice(echo, request.limit())).isEqualTo(request);
        }
    }

    @Test
    void aDatagramThatDoesNotFitIsReportedWithItsLengthAndTheNextOneIsFine(NetworkNamespace namespace) {
        SocketOptions options = SocketOptions.route().toBuilder()
                .without(SocketFeature.CAPPED_ACK)
                .datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
                .build();
        try (NetlinkSocket socket = NetlinkSocket.open(options, namespace)) {
            ByteBuffer request = RawMessages.addNames(1, NO_SUCH_LINK, 400);
            socket.send(request);
            socket.send(RawMessages.getLink(0, 2, LOOPBACK));

            assertThatThrownBy(() -> receive(socket))
                    .isInstanceOfSatisfying(
                            TruncatedDatagramException.class,
                            e -> assertThat(e.length()).isGreaterThan(request.limit()));
            assertThat(RawMessages.type(receive(socket), 0)).isEqualTo(RawMessages.NEWLINK);
        }
    }

    @Test
    void aRequestBeyondTheSendBufferIsRefusedAndNotSent(NetworkNamespace namespace) {
        try (NetlinkSocket socket = open(namespace)) {
            ByteBuffer tooLong = ByteBuffer.allocateDirect(socket.sendBufferBytes() + 1);

            assertThatThrownBy(() -> socket.send(tooLong))
                    .isInstanceOfSatisfying(
                            SyscallException.class,
                            e -> assertThat(e.errno().is(Errno.EMSGSIZE)).isTrue());
        }
    }

    @Test
    void otherProcessesCannotSendToIt(NetworkNamespace namespace) {
        Syscalls syscalls = Syscalls.system();
        try (NetlinkSocket socket = open(namespace);
                NetlinkSocket other = open(namespace)) {
            assertThat(syscalls.connect(other.descriptor(), socket.portId())).isZero();

            int sent = syscalls.send(other.descriptor(), RawMessages.getLink(0, 1, LOOPBACK), 0);

            assertThat(sent).isEqualTo(-Errno.ECONNREFUSED);
            assertThat(socket.tryReceive().status()).isEqualTo(Status.TIMED_OUT);
        }
    }

    @Test
    void multicastTellsItsGroup(NetworkNamespace namespace, NamespaceShell shell) {
        try (NetlinkSocket socket = open(namespace)) {
            socket.join(LINK_GROUP);
            shell.run("ip", "link", "set", "lo", "up");

            ReceiveResult event = socket.receive(socket.nanoTime() + 20 * SECOND);
            assertThat(event.status()).isEqualTo(Status.DATAGRAM);
            assertThat(event.multicastGroup()).isEqualTo(LINK_GROUP);

            socket.leave(LINK_GROUP);
            while (socket.tryReceive().status() == Status.DATAGRAM) {}
            shell.run("ip", "link", "set", "lo", "down");
            assertThat(socket.tryReceive().status()).isEqualTo(Status.TIMED_OUT);
        }
    }

    @Test
    void packetInfoTellsGroupsBeyondThirtyTwo(NetworkNamespace namespace, NamespaceShell shell) {
        int nexthops = 32;
        int tunnels = 36;
        SocketOptions options = SocketOptions.route().toBuilder()
                .with(SocketFeature.PACKET_INFO)
                .build();
        try (NetlinkSocket socket = NetlinkSocket.open(options, namespace)) {
            socket.join(nexthops);
            socket.join(tunnels);
            shell.run("ip", "link", "set", "lo", "up");
            shell.run("ip", "nexthop", "add", "id", "5", "blackhole");

            ReceiveResult event = socket.receive(socket.nanoTime() + 20 * SECOND);
            assertThat(event.status()).isEqualTo(Status.DATAGRAM);
            assertThat(event.multicastGroup()).isEqualTo(nexthops);
        }
    }

    @Test
    void eventsOfAnotherNamespaceTellWhichOne(NetworkNamespace own, NamespaceShell shell, NetworkNamespace other) {
        SocketOptions options = SocketOptions.route().toBuilder()
                .with(SocketFeature.ALL_NAMESPACES)
                .build();
        String path = other.path().toString();
        // A link with its other end over there gives that namespace an id over here.
        shell.run("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1", "netns", path);
        try (NetlinkSocket socket = NetlinkSocket.open(options, own)) {
            socket.join(LINK_GROUP);
            new NamespaceShell(other).run("ip", "link", "set", "lo", "up");

            ReceiveResult event = socket.receive(socket.nanoTime() + 20 * SECOND);
            assertThat(event.status()).isEqualTo(Status.DATAGRAM);
            assertThat(event.namespaceId()).isNotNegative();

            shell.run("ip", "link", "set", "lo", "up");
            assertThat(socket.receive(socket.nanoTime() + 20 * SECOND).namespaceId())
                    .isEqualTo(ReceivedInfo.OWN_NAMESPACE);
        }
    }

    @Test
    void anOverrunIsToldAndTheStreamGoesOn(NetworkNamespace namespace, NamespaceShell shell) {
        SocketOptions options =
                SocketOptions.route().toBuilder().receiveBufferBytes(1).build();
        try (NetlinkSocket socket = NetlinkSocket.open(options, namespace)) {
            socket.join(LINK_GROUP);
            shell.script("for i in 1 2 3 4 5 6 7 8 9 10; do ip link set lo up; ip link set lo down; done");

            List<Status> seen = new ArrayList<>();
            ReceiveResult result = socket.tryReceive();
            while (result.status() != Status.TIMED_OUT) {
                seen.add(result.status());
                result = socket.tryReceive();
            }
            assertThat(seen).contains(Status.OVERRUN, Status.DATAGRAM).hasSizeLessThan(20);
            assertThat(socket.counters().overruns()).isPositive();

            shell.run("ip", "link", "set", "lo", "up");
            receive(socket);
        }
    }

    @Test
    void waitsUntilTheDeadline(NetworkNamespace namespace) {
        try (NetlinkSocket socket = open(namespace)) {
            long deadline = System.nanoTime() + SECOND / 50;

            assertThat(socket.receive(deadline).status()).isEqualTo(Status.TIMED_OUT);
            assertThat(System.nanoTime() - deadline).isNotNegative();
        }
    }

    @Test
    void closeWakesAWaitingReceiver(NetworkNamespace namespace) throws Exception {
        NetlinkSocket socket = open(namespace);
        FutureTask<Status> received =
                new FutureTask<>(() -> socket.receive(NetlinkSocket.NO_DEADLINE).status());
        Thread receiver = daemon(received);
        awaitInNative(receiver);

        socket.close();

        assertThatThrownBy(() -> received.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SocketClosedException.class);
    }

    @Test
    void aWakeupAndAnInterruptEndAWait(NetworkNamespace namespace) throws Exception {
        try (NetlinkSocket socket = open(namespace)) {
            CountDownLatch woken = new CountDownLatch(1);
            FutureTask<List<Status>> received = new FutureTask<>(() -> {
                Status first = socket.receive(NetlinkSocket.NO_DEADLINE).status();
                woken.countDown();
                return List.of(first, socket.receive(NetlinkSocket.NO_DEADLINE).status());
            });
            Thread receiver = daemon(received);
            awaitInNative(receiver);
            socket.wakeup();
            assertThat(woken.await(20, TimeUnit.SECONDS)).isTrue();
            receiver.interrupt();

            assertThat(received.get(20, TimeUnit.SECONDS)).containsExactly(Status.WOKEN, Status.INTERRUPTED);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Until the thread is on its way into the kernel; what is tested holds wherever it is then. */
    private static void awaitInNative(Thread thread) {
        while (Stream.of(thread.getStackTrace())
                .noneMatch(frame -> frame.getMethodName().equals("poll"))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void tenThousandSocketsLeaveNoDescriptorBehind(NetworkNamespace namespace) throws Exception {
        open(namespace).close();
        long before = descriptors();

        for (int count = 0; count < 10_000; count++) {
            // The thread of this test is in the namespace already.
            try (NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route())) {
                if (count % 100 == 0) {
                    socket.receive(socket.nanoTime() + 1);
                    socket.send(RawMessages.getLink(0, count, LOOPBACK));
                    receive(socket);
                }
            }
        }

        assertThat(descriptors()).isEqualTo(before);
    }

    private static long descriptors() throws Exception {
        try (Stream<Path> entries = Files.list(Path.of("/proc/self/fd"))) {
            return entries.count();
        }
    }
}
