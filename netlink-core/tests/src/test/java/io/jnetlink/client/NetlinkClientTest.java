package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.TruncatedDatagramException;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.PollSet;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.testkit.FakeCall;
import io.jnetlink.testkit.FakeDatagram;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import io.jnetlink.wire.RawAttribute;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests with one answer or none. */
class NetlinkClientTest {

    private static final Link A1 = Link.builder().name("a1").build();

    @Test
    void aRequestIsSentWithItsHeaderAndWaitsForItsAcknowledgement() {
        try (ClientFixture fixture =
                ClientFixture.open().answer(r -> KernelMessages.to(r).ack())) {
            fixture.client().acknowledge(LinkFamily.create(A1));

            ByteBuffer sent = fixture.requests().get(0);
            assertThat(sent.remaining()).isEqualTo(40);
            assertThat(sent.getInt(0)).isEqualTo(40);
            assertThat(sent.getShort(4)).isEqualTo((short) 16);
            assertThat(sent.getShort(6)).isEqualTo((short)
                    (MessageFlags.REQUEST | MessageFlags.ACK | MessageFlags.CREATE | MessageFlags.EXCL));
            assertThat(sent.getInt(8)).isEqualTo(1);
            assertThat(sent.getInt(12)).isZero();
            assertThat(sent.order(ByteOrder.BIG_ENDIAN).getInt(36)).isEqualTo(0x61310000);
        }
    }

    @Test
    void aGetReturnsTheAnswer() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(
                        r -> KernelMessages.to(r).link(2, "a1"),
                        r -> KernelMessages.to(r).ack())) {
            Link link = fixture.client().get(LinkFamily.get("a1")).orElseThrow();

            assertThat(link.index()).isEqualTo(2);
            assertThat(link.attributes().name()).isEqualTo("a1");
            assertThat(fixture.requests().get(0).getShort(6))
                    .isEqualTo((short) (MessageFlags.REQUEST | MessageFlags.ACK));
        }
    }

    @Test
    void answerAndAcknowledgementMayShareADatagram() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).link(2, "a1").ack())) {
            assertThat(fixture.client().get(LinkFamily.get("a1")))
                    .map(Link::index)
                    .contains(2);
        }
    }

    @Test
    void aGetThatIsOnlyAcknowledgedReturnsNothing() {
        try (ClientFixture fixture =
                ClientFixture.open().answer(r -> KernelMessages.to(r).ack())) {
            assertThat(fixture.client().get(LinkFamily.get("a1"))).isEmpty();
        }
    }

    @Test
    void theAnswerOutlivesTheReceiveBuffer() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).link(2, "a1").ack())
                .answer(r -> KernelMessages.to(r).link(3, "b2").ack())) {
            Link first = fixture.client().get(LinkFamily.get("a1")).orElseThrow();
            fixture.client().get(LinkFamily.get("b2"));

            assertThat(first.attributes().name()).isEqualTo("a1");
        }
    }

    @Test
    void messagesOfOtherRequestsAreSkipped() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(
                        r -> KernelMessages.to(99).error(Errno.EEXIST, ack -> {}),
                        r -> KernelMessages.to(0).link(9, "event"),
                        r -> KernelMessages.to(r).empty(MessageHeader.NOOP),
                        r -> KernelMessages.to(98).link(8, "stale"),
                        r -> KernelMessages.to(r).link(2, "a1"),
                        r -> KernelMessages.to(97).done(),
                        r -> KernelMessages.to(r).ack())) {
            assertThat(fixture.client().get(LinkFamily.get("a1")))
                    .map(l -> l.attributes().name())
                    .contains("a1");
        }
    }

    @Test
    void otherSendersAreSkipped() {
        try (ClientFixture fixture = ClientFixture.open().answerBy((socket, request) -> {
            byte[] evil = KernelMessages.to(request).link(77, "evil").ack().bytes();
            socket.deliver(FakeDatagram.of(evil).from(3034));
            socket.deliver(KernelMessages.to(request).link(2, "a1").ack().bytes());
        })) {
            assertThat(fixture.client().get(LinkFamily.get("a1")))
                    .map(Link::index)
                    .contains(2);
            assertThat(fixture.client().counters().foreignDatagrams()).isOne();
        }
    }

    @Test
    void portIdsUseAllThirtyTwoBits() {
        FakeKernel kernel = FakeKernel.answering(
                        r -> List.of(KernelMessages.to(r).link(2, "a1").ack().bytes()))
                .assigningPortIdsFrom(3_910_298_914L);
        try (NetlinkClient client = NetlinkClient.open(NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build())) {
            assertThat(client.get(LinkFamily.get("a1"))).isPresent();
        }
    }

    @Test
    void silenceEndsAtTheDeadline() {
        try (ClientFixture fixture = ClientFixture.open().silence()) {
            long before = fixture.kernel().nanoTime();

            assertThatThrownBy(() -> fixture.client().acknowledge(LinkFamily.create(A1)))
                    .isInstanceOf(RequestTimeoutException.class)
                    .hasMessage("newlink: no answer from the kernel within 300 ms");
            assertThat(fixture.kernel().nanoTime() - before).isEqualTo(ClientFixture.TIMEOUT.toNanos());
        }
    }

    @Test
    void anAnswerThatComesTooLateIsDropped() {
        try (ClientFixture fixture = ClientFixture.open().silence().answerBy((socket, request) -> {
            socket.deliver(KernelMessages.to(1).link(2, "a1").ack().bytes());
            socket.deliver(KernelMessages.to(request).link(3, "a2").ack().bytes());
        })) {
            assertThatThrownBy(() -> fixture.client().get(LinkFamily.get("a1")))
                    .isInstanceOf(RequestTimeoutException.class);
            assertThat(fixture.client().get(LinkFamily.get("a2")))
                    .map(Link::index)
                    .contains(3);
        }
    }

    @Test
    void messagesOfOthersDoNotProlongTheWait() {
        FakeKernel[] kernel = new FakeKernel[1];
        kernel[0] = FakeKernel.respondingBy((socket, request) -> {
                    for (int i = 0; i < 1000; i++) {
                        socket.deliver(KernelMessages.to(0).link(i, "event").bytes());
                    }
                })
                .withVirtualTime();
        // Looking at each message takes 1 ms of this kernel's time.
        MessageObserver slow = new MessageObserver() {
            @Override
            public void sent(NetlinkBuffer buffer, int offset, int length) {}

            @Override
            public void received(NetlinkBuffer buffer, int offset, int length) {
                kernel[0].poll(new PollSet(0), 1_000_000);
            }
        };
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel[0])
                .timeout(ClientFixture.TIMEOUT)
                .observer(slow)
                .build();
        try (NetlinkClient client = NetlinkClient.open(config)) {
            assertThatThrownBy(() -> client.acknowledge(LinkFamily.create(A1)))
                    .isInstanceOf(RequestTimeoutException.class);
            assertThat(kernel[0].nanoTime()).isEqualTo(ClientFixture.TIMEOUT.toNanos());
        }
    }

    @Test
    void sequenceNumbersCountOn() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).ack())
                .answer(r -> KernelMessages.to(r).done())
                .answer(r -> KernelMessages.to(r).ack())) {
            fixture.client().acknowledge(LinkFamily.create(A1));
            fixture.client().dump(LinkFamily.list());
            fixture.client().get(LinkFamily.get("a1"));

            assertThat(fixture.requests()).extracting(r -> r.getInt(8)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void sequenceNumbersStartAnewBehindTheHighestAndAreNeverZero() {
        SequenceNumbers numbers = new SequenceNumbers(0xfffffffdL);

        assertThat(List.of(numbers.next(), numbers.next(), numbers.next(), numbers.next()))
                .containsExactly(0xfffffffeL, 0xffffffffL, 1L, 2L);
        assertThat(new SequenceNumbers(0).next()).isOne();
    }

    @Test
    void repliesToTheHighestSequenceNumberAreRecognised() {
        FakeKernel kernel = FakeKernel.answering(
                r -> List.of(KernelMessages.to(r).link(2, "a1").ack().bytes()));
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();
        try (NetlinkClient client = NetlinkClient.open(config, MessageFraming.RAW, new SequenceNumbers(0xfffffffeL))) {
            assertThat(client.get(LinkFamily.get("a1"))).isPresent();
            assertThat(client.get(LinkFamily.get("a1"))).isPresent();
            assertThat(kernel.socket().sent())
                    .extracting(r ->
                            ByteBuffer.wrap(r).order(ByteOrder.nativeOrder()).getInt(8))
                    .containsExactly(-1, 1);
        }
    }

    @Test
    void anOverrunIsReportedAndTheClientGoesOn() {
        try (ClientFixture fixture = ClientFixture.open()
                .answerBy((socket, request) -> {
                    socket.deliverError(Errno.ENOBUFS);
                    socket.deliver(
                            KernelMessages.to(request).link(2, "a1").ack().bytes());
                })
                .answer(r -> KernelMessages.to(r).link(3, "a2").ack())) {
            assertThatThrownBy(() -> fixture.client().get(LinkFamily.get("a1")))
                    .isInstanceOf(OverrunException.class)
                    .hasMessageStartingWith("getlink: the receive queue overran");
            assertThat(fixture.client().get(LinkFamily.get("a2")))
                    .map(Link::index)
                    .contains(3);
            assertThat(fixture.client().counters().overruns()).isOne();
        }
    }

    @Test
    void aTruncatedAnswerIsReportedAndTheClientGoesOn() {
        try (ClientFixture fixture = ClientFixture.open()
                .answerBy((socket, request) -> socket.deliver(
                        FakeDatagram.of(KernelMessages.to(request).link(2, "a1").bytes())
                                .truncatedTo(30)))
                .answer(r -> KernelMessages.to(r).link(3, "a2").ack())) {
            assertThatThrownBy(() -> fixture.client().get(LinkFamily.get("a1")))
                    .isInstanceOf(TruncatedDatagramException.class);
            assertThat(fixture.client().get(LinkFamily.get("a2"))).isPresent();
        }
    }

    @Test
    void aMalformedAnswerIsReportedAndTheClientGoesOn() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(
                        r -> KernelMessages.to(r).malformedPart(),
                        r -> KernelMessages.to(r).ack())
                .answer(r -> KernelMessages.to(r).brokenHeader())
                .answer(r -> KernelMessages.to(r).empty(MessageHeader.ERROR))
                .answer(r -> KernelMessages.to(r).empty(KernelMessages.NEWLINK).ack())
                .answer(r -> KernelMessages.to(r).link(3, "a2").ack())) {
            for (int i = 0; i < 4; i++) {
                assertThatThrownBy(() -> fixture.client().get(LinkFamily.get("a1")))
                        .isInstanceOf(MalformedMessageException.class);
            }
            assertThat(fixture.client().get(LinkFamily.get("a2")))
                    .map(Link::index)
                    .contains(3);
        }
    }

    @Test
    void aRequestLongerThanTheSendBufferIsReported() {
        Link.Builder huge = Link.builder().name("a1");
        for (int type = 200; type < 205; type++) {
            huge.raw(new RawAttribute(type, new byte[60_000]));
        }
        try (ClientFixture fixture =
                ClientFixture.open().answer(r -> KernelMessages.to(r).ack())) {
            assertThatThrownBy(() -> fixture.client().acknowledge(LinkFamily.create(huge.build())))
                    .isInstanceOfSatisfying(
                            SyscallException.class,
                            e -> assertThat(e.errno().name()).isEqualTo("EMSGSIZE"));
            fixture.client().acknowledge(LinkFamily.create(A1));
        }
    }

    @Test
    void observersSeeEveryMessageThatComesFromTheKernel() {
        List<String> seen = new ArrayList<>();
        MessageObserver observer = new MessageObserver() {
            @Override
            public void sent(NetlinkBuffer buffer, int offset, int length) {
                seen.add("sent " + MessageHeader.type(buffer, offset) + " of " + length);
            }

            @Override
            public void received(NetlinkBuffer buffer, int offset, int length) {
                seen.add("received " + MessageHeader.type(buffer, offset) + " of " + length);
            }
        };
        try (ClientFixture fixture = ClientFixture.observedBy(observer)
                .answer(
                        r -> KernelMessages.to(99).link(9, "stale"),
                        r -> KernelMessages.to(r).link(2, "a1").ack())) {
            fixture.client().get(LinkFamily.get("a1"));
        }

        assertThat(seen).containsExactly("sent 18 of 40", "received 16 of 44", "received 16 of 40", "received 2 of 36");
    }

    @Test
    void aClosedClientSaysSo() {
        ClientFixture fixture = ClientFixture.open();
        fixture.close();

        assertThatThrownBy(() -> fixture.client().get(LinkFamily.get("a1")))
                .isInstanceOf(ClosedClientException.class)
                .hasMessage("the netlink client is closed");
        assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list())).isInstanceOf(ClosedClientException.class);
        assertThatCode(fixture.client()::close).doesNotThrowAnyException();
        assertThat(fixture.client().counters().datagramsSent()).isZero();
    }

    @Test
    void aSocketThatCannotBeOpenedLeavesNothingBehind() {
        FakeKernel kernel = FakeKernel.silent().failNext(FakeCall.BIND, Errno.ENOMEM);
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();

        assertThatThrownBy(() -> NetlinkClient.open(config)).isInstanceOf(SyscallException.class);
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void theFirstOfSeveralAnswersIsReturned() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).link(2, "a1").link(3, "a2").ack())) {
            Optional<Link> first = fixture.client().get(LinkFamily.get("a1"));

            assertThat(first).map(Link::index).contains(2);
        }
    }
}
