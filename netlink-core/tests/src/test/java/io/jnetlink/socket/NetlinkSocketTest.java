package io.jnetlink.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.socket.ReceiveResult.Status;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.ReceivedInfo;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.testkit.FakeCall;
import io.jnetlink.testkit.FakeDatagram;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.FakeSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetlinkSocketTest {

    private static final long SECOND = 1_000_000_000L;

    private final FakeKernel kernel = FakeKernel.silent().withVirtualTime();
    private final List<NetlinkSocket> opened = new ArrayList<>();

    @AfterEach
    void everyDescriptorIsClosedOnce() {
        opened.forEach(NetlinkSocket::close);
        assertThat(kernel.openDescriptors()).isZero();
        assertThat(kernel.badDescriptorUses()).isZero();
    }

    private NetlinkSocket open() {
        return open(SocketOptions.route());
    }

    private NetlinkSocket open(SocketOptions options) {
        NetlinkSocket socket = NetlinkSocket.open(options, kernel);
        opened.add(socket);
        return socket;
    }

    private static long in(NetlinkSocket socket, long nanos) {
        return socket.nanoTime() + nanos;
    }

    private static byte[] bytes(ReceiveResult result) {
        byte[] bytes = new byte[result.datagram().remaining()];
        result.datagram().duplicate().get(bytes);
        return bytes;
    }

    // ---- opening

    @Test
    void opensWithTheOptionsThatAnEngineWants() {
        NetlinkSocket socket = open();

        FakeSocket fake = kernel.socket();
        assertThat(fake.protocol()).isEqualTo(SocketOptions.ROUTE);
        assertThat(fake.option(LinuxAbi.SOL_NETLINK, LinuxAbi.NETLINK_EXT_ACK)).isOne();
        assertThat(fake.option(LinuxAbi.SOL_NETLINK, LinuxAbi.NETLINK_CAP_ACK)).isOne();
        assertThat(fake.option(LinuxAbi.SOL_NETLINK, LinuxAbi.NETLINK_GET_STRICT_CHK))
                .isOne();
        assertThat(fake.option(LinuxAbi.SOL_NETLINK, LinuxAbi.NETLINK_NO_ENOBUFS))
                .isZero();
        assertThat(fake.isConnected()).isTrue();
        assertThat(socket.features()).isEqualTo(SocketOptions.DEFAULT_FEATURES);
    }

    @Test
    void portIdIsTheOneTheKernelChoseAndUnsigned() {
        kernel.assigningPortIdsFrom(3_910_298_914L);

        assertThat(open().portId()).isEqualTo(3_910_298_914L);
        assertThat(open()).hasToString("netlink socket 3910298915");
    }

    @Test
    void oldKernelsLackAFeatureAndTheSocketTells() {
        kernel.refusingOption(LinuxAbi.SOL_NETLINK, LinuxAbi.NETLINK_GET_STRICT_CHK, Errno.ENOPROTOOPT);

        assertThat(open().features()).containsExactlyInAnyOrder(SocketFeature.EXTENDED_ACK, SocketFeature.CAPPED_ACK);
    }

    @Test
    void aFeatureThatIsForbiddenIsAnError() {
        kernel.refusingOption(LinuxAbi.SOL_NETLINK, LinuxAbi.NETLINK_LISTEN_ALL_NSID, Errno.EPERM);
        SocketOptions options = SocketOptions.builder(SocketOptions.ROUTE)
                .with(SocketFeature.ALL_NAMESPACES)
                .build();

        assertThatThrownBy(() -> open(options))
                .isInstanceOf(SyscallException.class)
                .hasMessage("setsockopt of ALL_NAMESPACES: EPERM (Operation not permitted); needs CAP_NET_BROADCAST");
    }

    @Test
    void buffersAreForcedWhereAllowedAndLimitedWhereNot() {
        SocketOptions options = SocketOptions.builder(SocketOptions.ROUTE)
                .receiveBufferBytes(1 << 20)
                .sendBufferBytes(1 << 19)
                .build();
        assertThat(open(options).receiveBufferBytes()).isEqualTo(2 << 20);

        kernel.refusingOption(LinuxAbi.SOL_SOCKET, LinuxAbi.SO_RCVBUFFORCE, Errno.EPERM)
                .refusingOption(LinuxAbi.SOL_SOCKET, LinuxAbi.SO_SNDBUFFORCE, Errno.EPERM);
        NetlinkSocket limited = open(options);
        assertThat(limited.receiveBufferBytes()).isEqualTo(2 << 20);
        assertThat(limited.sendBufferBytes()).isEqualTo(2 << 19);
    }

    @ParameterizedTest
    @EnumSource(names = {"SOCKET", "BIND", "GETSOCKNAME", "SETSOCKOPT"})
    void aFailureToOpenNamesTheCallAndLeavesNothingBehind(FakeCall call) {
        kernel.failNext(call, Errno.ENOMEM);

        assertThatThrownBy(this::open).isInstanceOfSatisfying(SyscallException.class, e -> {
            assertThat(e.call()).isEqualToIgnoringCase(call.name());
            assertThat(e.errno().is(Errno.ENOMEM)).isTrue();
        });
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void aKernelThatDoesNotConnectIsGoodEnough() {
        kernel.failNext(FakeCall.CONNECT, Errno.EOPNOTSUPP);

        open().send(RawMessages.getLink(RawMessages.DUMP, 1, 0));
        assertThat(kernel.socket().sent()).hasSize(1);
    }

    @Test
    void runningOutOfDescriptorsHintsAtTheLimit() {
        kernel.failNext(FakeCall.SOCKET, Errno.EMFILE);

        assertThatThrownBy(this::open)
                .hasMessage("socket of netlink protocol 0: EMFILE (Too many open files); "
                        + "this process has as many descriptors open as RLIMIT_NOFILE lets it");
    }

    // ---- sending

    @Test
    void sendsTheBytesBetweenPositionAndLimitAndMovesNeither() {
        NetlinkSocket socket = open();
        ByteBuffer buffer = ByteBuffer.allocateDirect(8).put(new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
        buffer.position(2).limit(5);

        socket.send(buffer);

        assertThat(kernel.socket().sent()).containsExactly(new byte[] {2, 3, 4});
        assertThat(buffer.position()).isEqualTo(2);
        assertThat(buffer.limit()).isEqualTo(5);
    }

    @Test
    void sendsSeveralBuffersAsOneDatagram() {
        NetlinkSocket socket = open();
        ByteBuffer first = ByteBuffer.allocateDirect(2).put(new byte[] {1, 2}).flip();
        ByteBuffer second =
                ByteBuffer.allocateDirect(3).put(new byte[] {3, 4, 5}).flip();

        socket.send(first, second);

        assertThat(kernel.socket().sent()).containsExactly(new byte[] {1, 2, 3, 4, 5});
        assertThat(socket.counters().datagramsSent()).isOne();
        assertThat(socket.counters().bytesSent()).isEqualTo(5);
    }

    @Test
    void sendingIsRetriedWhenASignalComesBetween() {
        NetlinkSocket socket = open();
        kernel.failNext(FakeCall.SEND, Errno.EINTR).failNext(FakeCall.SEND, Errno.EINTR);

        socket.send(RawMessages.getLink(0, 1, 1));

        assertThat(kernel.socket().sent()).hasSize(1);
        assertThat(kernel.calls(FakeCall.SEND)).isEqualTo(3);
    }

    @Test
    void aRequestLongerThanTheSendBufferIsRefusedAloud() {
        NetlinkSocket socket = open();

        assertThatThrownBy(() -> socket.send(ByteBuffer.allocateDirect(300_000)))
                .hasMessage("send of 300000 bytes: EMSGSIZE (Message too long); "
                        + "it does not fit the send buffer (SO_SNDBUF)");
        assertThat(socket.counters().datagramsSent()).isZero();
    }

    @Test
    void onlyDirectBuffersAreSent() {
        NetlinkSocket socket = open();

        assertThatIllegalArgumentException().isThrownBy(() -> socket.send(ByteBuffer.allocate(16)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> socket.send(ByteBuffer.allocateDirect(16), ByteBuffer.allocate(16)));
        ByteBuffer[] many =
                Stream.generate(() -> ByteBuffer.allocateDirect(16)).limit(65).toArray(ByteBuffer[]::new);
        assertThatIllegalArgumentException().isThrownBy(() -> socket.send(many));
        assertThat(kernel.calls(FakeCall.SEND)).isZero();
    }

    // ---- receiving

    @Test
    void receivesWhatIsQueuedInOrderByOneCallEach() {
        NetlinkSocket socket = open();
        kernel.socket().deliver(RawMessages.message(20, 1));
        kernel.socket().deliver(RawMessages.message(33, 2));

        ReceiveResult result = socket.receive(in(socket, SECOND));
        assertThat(result.status()).isEqualTo(Status.DATAGRAM);
        assertThat(bytes(result)).isEqualTo(RawMessages.message(20, 1));
        assertThat(result.isMulticast()).isFalse();
        assertThat(socket.receive(in(socket, SECOND))).isSameAs(result);
        assertThat(bytes(result)).isEqualTo(RawMessages.message(33, 2));

        assertThat(kernel.calls(FakeCall.RECVMSG)).isEqualTo(2);
        assertThat(kernel.calls(FakeCall.POLL)).isZero();
        assertThat(kernel.calls(FakeCall.EVENTFD)).isZero();
        assertThat(socket.counters()).isEqualTo(new SocketCounters(0, 0, 2, 53, 0, 0));
    }

    @Test
    void aQueuedDatagramIsHandedOutEvenAfterTheDeadline() {
        NetlinkSocket socket = open();
        kernel.socket().deliver(RawMessages.message(20, 1));

        assertThat(socket.receive(socket.nanoTime() - 1).status()).isEqualTo(Status.DATAGRAM);
        assertThat(socket.receive(socket.nanoTime() - 1).status()).isEqualTo(Status.TIMED_OUT);
    }

    @Test
    void givesUpAtTheDeadlineAndNotBefore() {
        NetlinkSocket socket = open();
        long deadline = in(socket, 3 * SECOND);

        ReceiveResult result = socket.receive(deadline);

        assertThat(result.status()).isEqualTo(Status.TIMED_OUT);
        assertThat(result.datagram().hasRemaining()).isFalse();
        assertThat(socket.nanoTime()).isEqualTo(deadline);
    }

    @Test
    void tryReceiveNeverWaits() {
        NetlinkSocket socket = open();

        assertThat(socket.tryReceive().status()).isEqualTo(Status.TIMED_OUT);
        kernel.socket().deliver(RawMessages.message(20, 1));
        assertThat(socket.tryReceive().status()).isEqualTo(Status.DATAGRAM);
        assertThat(kernel.calls(FakeCall.POLL)).isZero();
    }

    @Test
    void signalsCostNeitherDataNorTime() {
        NetlinkSocket socket = open();
        kernel.failNext(FakeCall.RECVMSG, Errno.EINTR)
                .failNext(FakeCall.POLL, Errno.EINTR)
                .failNext(FakeCall.POLL, Errno.EINTR);
        long deadline = in(socket, SECOND);

        assertThat(socket.receive(deadline).status()).isEqualTo(Status.TIMED_OUT);
        assertThat(socket.nanoTime()).isEqualTo(deadline);
        assertThat(kernel.calls(FakeCall.POLL)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {32_767, 32_768, 67_000, 1 << 20, SocketOptions.DEFAULT_DATAGRAM_CAPACITY})
    void aDatagramComesWholeHoweverLong(int length) {
        NetlinkSocket socket = open();
        kernel.socket().deliver(RawMessages.message(length, 1));

        assertThat(bytes(socket.receive(in(socket, SECOND)))).isEqualTo(RawMessages.message(length, 1));
        assertThat(kernel.calls(FakeCall.RECVMSG)).isOne();
    }

    @Test
    void aDatagramBeyondTheCapacityIsAnErrorAndTheNextOneIsFine() {
        NetlinkSocket socket = open(SocketOptions.builder(SocketOptions.ROUTE)
                .datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
                .build());
        kernel.socket().deliver(RawMessages.message(40_000, 1));
        kernel.socket().deliver(RawMessages.message(20, 2));

        assertThatThrownBy(() -> socket.receive(in(socket, SECOND)))
                .isInstanceOfSatisfying(TruncatedDatagramException.class, e -> {
                    assertThat(e.length()).isEqualTo(40_000);
                    assertThat(e.capacity()).isEqualTo(32_768);
                })
                .hasMessage("a datagram of 40000 bytes was truncated to 32768");
        assertThat(bytes(socket.receive(in(socket, SECOND)))).isEqualTo(RawMessages.message(20, 2));
        assertThat(socket.counters().datagramsReceived()).isOne();
    }

    @Test
    void theKernelsTruncationMarkIsBelievedWhateverTheLengths() {
        NetlinkSocket socket = open();
        kernel.socket().deliver(FakeDatagram.of(RawMessages.message(40, 1)).truncatedTo(24));

        assertThatThrownBy(() -> socket.receive(in(socket, SECOND))).isInstanceOf(TruncatedDatagramException.class);
    }

    @Test
    void otherSendersAreSkippedAndCounted() {
        NetlinkSocket socket = open();
        kernel.socket().deliver(FakeDatagram.of(RawMessages.message(44, 1)).from(3034));
        kernel.socket().deliver(FakeDatagram.of(RawMessages.message(44, 1)).from(0xffff_ffffL));
        kernel.socket().deliver(RawMessages.message(20, 1));

        assertThat(bytes(socket.receive(in(socket, SECOND)))).isEqualTo(RawMessages.message(20, 1));
        assertThat(socket.counters()).isEqualTo(new SocketCounters(0, 0, 1, 20, 2, 0));
    }

    @Test
    void otherSendersCannotHoldAReceiverBeyondItsDeadline() {
        NetlinkSocket socket = open();
        for (int count = 0; count < 1000; count++) {
            kernel.socket().deliver(FakeDatagram.of(RawMessages.message(44, 1)).from(3034));
        }

        assertThat(socket.receive(socket.nanoTime() - 1).status()).isEqualTo(Status.TIMED_OUT);
        assertThat(socket.counters().foreignDatagrams()).isOne();
    }

    @Test
    void anOverrunIsSaidOnceAndTheStreamGoesOn() {
        NetlinkSocket socket = open();
        kernel.socket().deliver(RawMessages.message(20, 1));
        kernel.socket().deliverError(Errno.ENOBUFS);
        kernel.socket().deliver(RawMessages.message(20, 2));

        assertThat(socket.receive(in(socket, SECOND)).status()).isEqualTo(Status.DATAGRAM);
        ReceiveResult overrun = socket.receive(in(socket, SECOND));
        assertThat(overrun.status()).isEqualTo(Status.OVERRUN);
        assertThat(overrun.datagram().hasRemaining()).isFalse();
        assertThat(bytes(socket.receive(in(socket, SECOND)))).isEqualTo(RawMessages.message(20, 2));
        assertThat(socket.receive(in(socket, SECOND)).status()).isEqualTo(Status.TIMED_OUT);
        assertThat(socket.counters().overruns()).isOne();
    }

    @Test
    void anyOtherErrorIsThrown() {
        NetlinkSocket socket = open();
        kernel.socket().deliverError(Errno.ENOMEM);

        assertThatThrownBy(() -> socket.receive(in(socket, SECOND)))
                .isInstanceOf(SyscallException.class)
                .hasMessage("recvmsg from a netlink socket: ENOMEM (Cannot allocate memory)");
    }

    @Test
    void aFailureToWaitIsThrown() {
        NetlinkSocket socket = open();
        kernel.failNext(FakeCall.EVENTFD, Errno.EMFILE);
        assertThatThrownBy(() -> socket.receive(in(socket, SECOND))).hasMessageContaining("eventfd");

        kernel.failNext(FakeCall.POLL, Errno.ENOMEM);
        assertThatThrownBy(() -> socket.receive(in(socket, SECOND))).hasMessageContaining("ppoll");
        assertThat(socket.receive(in(socket, SECOND)).status()).isEqualTo(Status.TIMED_OUT);
    }

    // ---- multicast

    @Test
    void joinsAndLeavesGroupsByNumberBeyondThirtyOneToo() {
        NetlinkSocket socket = open();
        socket.join(1);
        socket.join(33);
        socket.join(34);
        socket.leave(34);

        assertThat(kernel.socket().groups()).containsExactly(1, 33);
        kernel.multicast(33, RawMessages.message(20, 0));
        kernel.multicast(34, RawMessages.message(24, 0));
        assertThat(socket.receive(in(socket, SECOND)).datagram().remaining()).isEqualTo(20);
        assertThat(socket.receive(in(socket, SECOND)).status()).isEqualTo(Status.TIMED_OUT);
    }

    @Test
    void aGroupIsANumberFromOneOn() {
        NetlinkSocket socket = open();

        assertThatIllegalArgumentException().isThrownBy(() -> socket.join(0));
        assertThatIllegalArgumentException().isThrownBy(() -> socket.leave(-1));
    }

    @Test
    void aRefusedMembershipNamesTheGroup() {
        NetlinkSocket socket = open();
        kernel.refusingOption(LinuxAbi.SOL_NETLINK, LinuxAbi.NETLINK_ADD_MEMBERSHIP, Errno.EPERM);

        assertThatThrownBy(() -> socket.join(5))
                .hasMessage("setsockopt to join multicast group 5: EPERM (Operation not permitted)");
    }

    @Test
    void tellsTheGroupOfAnEventFromTheAddressUpToThirtyTwo() {
        NetlinkSocket socket = open();
        kernel.socket().deliver(FakeDatagram.of(RawMessages.message(20, 0)).toGroup(32));
        kernel.socket().deliver(FakeDatagram.of(RawMessages.message(20, 0)).toGroup(33));
        kernel.socket().deliver(RawMessages.message(20, 0));

        assertThat(socket.receive(in(socket, SECOND)).multicastGroup()).isEqualTo(32);
        assertThat(socket.receive(in(socket, SECOND)).isMulticast()).isFalse();
        assertThat(socket.receive(in(socket, SECOND)).isMulticast()).isFalse();
    }

    @Test
    void tellsAnyGroupAndTheNamespaceWhenAskedTo() {
        NetlinkSocket socket = open(SocketOptions.builder(SocketOptions.ROUTE)
                .with(SocketFeature.PACKET_INFO)
                .with(SocketFeature.ALL_NAMESPACES)
                .build());
        kernel.socket()
                .deliver(FakeDatagram.of(RawMessages.message(20, 0)).toGroup(33).inNamespace(7));
        kernel.socket().deliver(RawMessages.message(20, 0));

        ReceiveResult event = socket.receive(in(socket, SECOND));
        assertThat(event.multicastGroup()).isEqualTo(33);
        assertThat(event.namespaceId()).isEqualTo(7);
        ReceiveResult reply = socket.receive(in(socket, SECOND));
        assertThat(reply.isMulticast()).isFalse();
        assertThat(reply.namespaceId()).isEqualTo(ReceivedInfo.OWN_NAMESPACE);
    }

    // ---- closed

    @Test
    void aClosedSocketRefusesEverythingButCountersAndClose() {
        NetlinkSocket socket = open();
        socket.close();
        socket.close();
        socket.wakeup();

        assertThat(socket.isClosed()).isTrue();
        assertThat(socket).hasToString("netlink socket 4242 (closed)");
        assertThat(socket.counters().datagramsSent()).isZero();
        assertThatThrownBy(() -> socket.send(RawMessages.getLink(0, 1, 1))).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> socket.receive(in(socket, SECOND))).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(socket::tryReceive).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> socket.join(1)).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(socket::receiveBufferBytes).isInstanceOf(SocketClosedException.class);
        assertThat(kernel.calls(FakeCall.CLOSE)).isOne();
    }
}
