package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.socket.TruncatedDatagramException;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.PollSet;
import io.jnetlink.testkit.FakeDatagram;
import io.jnetlink.testkit.FakeResponder;
import io.jnetlink.testkit.FakeSocket;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageFlags;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Dumps: many messages, one end, and what is left behind when somebody gives up in the middle. */
class DumpTest {

    @Test
    void collectsTheMessagesOfSeveralDatagrams() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(
                        r -> KernelMessages.to(r).part(1, "lo").part(2, "a1"),
                        r -> KernelMessages.to(r).part(3, "a2"),
                        r -> KernelMessages.to(r).done())) {
            Dump<Link> dump = fixture.client().dump(LinkFamily.list());

            assertThat(names(dump)).containsExactly("lo", "a1", "a2");
            assertThat(dump.messages()).extracting(Link::index).containsExactly(1, 2, 3);
            assertThat(dump.interrupted()).isFalse();
            assertThat(fixture.requests().get(0).getShort(6))
                    .isEqualTo((short) (MessageFlags.REQUEST | MessageFlags.DUMP));
        }
    }

    @Test
    void theEndMayComeAloneOrWithTheLastMessagesOrBare() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).done())
                .answer(r -> KernelMessages.to(r).part(1, "lo").part(2, "a1").done())
                .answer(
                        r -> KernelMessages.to(r).part(1, "lo"),
                        r -> KernelMessages.to(r).bareDone())) {
            assertThat(names(fixture.client().dump(LinkFamily.list()))).isEmpty();
            assertThat(names(fixture.client().dump(LinkFamily.list()))).containsExactly("lo", "a1");
            assertThat(names(fixture.client().dump(LinkFamily.list()))).containsExactly("lo");
        }
    }

    @Test
    void aDisturbanceMarkedOnOneMessageCounts() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(
                        r -> KernelMessages.to(r)
                                .part(1, "lo")
                                .disturbedPart(2, "a1")
                                .part(3, "a2"),
                        r -> KernelMessages.to(r).part(4, "a3").done())
                .answer(r -> KernelMessages.to(r).part(1, "lo").done())) {
            Dump<Link> disturbed = fixture.client().dump(LinkFamily.list());

            assertThat(disturbed.interrupted()).isTrue();
            assertThat(names(disturbed)).containsExactly("lo", "a1", "a2", "a3");
            assertThat(fixture.client().dump(LinkFamily.list()).interrupted()).isFalse();
        }
    }

    @Test
    void aDisturbanceOfAnotherRequestDoesNotCount() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(
                        r -> KernelMessages.to(99).disturbedPart(9, "stale"),
                        r -> KernelMessages.to(r).part(1, "lo").done())) {
            assertThat(fixture.client().dump(LinkFamily.list()).interrupted()).isFalse();
        }
    }

    @Test
    void aVisitorSeesOneViewAfterTheOther() {
        List<String> names = new ArrayList<>();
        List<LinkView> views = new ArrayList<>();
        try (ClientFixture fixture = ClientFixture.open()
                .answer(
                        r -> KernelMessages.to(r).part(1, "lo").part(2, "a1"),
                        r -> KernelMessages.to(r).disturbedPart(3, "a2").done())) {
            boolean interrupted = fixture.client().dump(LinkFamily.list(), view -> {
                names.add(view.attributes().name());
                views.add(view);
            });

            assertThat(interrupted).isTrue();
        }
        assertThat(names).containsExactly("lo", "a1", "a2");
        assertThat(views).allMatch(view -> view == views.get(0));
    }

    @Test
    void furtherMessagesCostAVisitorNoMemory() {
        assertThat(bytesAllocatedForDumpOf(500)).isCloseTo(bytesAllocatedForDumpOf(1), within(1000L));
    }

    private static long bytesAllocatedForDumpOf(int links) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (ClientFixture fixture = ClientFixture.open()) {
            long allocated = 0;
            // The first rounds load classes and fill caches.
            for (int round = 0; round < 20; round++) {
                fixture.answer(r -> {
                    KernelMessages parts = KernelMessages.to(r);
                    IntStream.range(0, links).forEach(i -> parts.part(i, "a1"));
                    return parts.done();
                });
                long[] mtus = {0};
                long[] before = {0};
                fixture.client().dump(LinkFamily.list(), view -> {
                    before[0] = before[0] == 0 ? threads.getCurrentThreadAllocatedBytes() : before[0];
                    mtus[0] += view.attributes().hasMtu() ? 1 : 0;
                });
                allocated = threads.getCurrentThreadAllocatedBytes() - before[0];
                assertThat(mtus[0]).isZero();
            }
            return allocated;
        }
    }

    @Test
    void aFailureInTheEndIsARefusal() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(
                        r -> KernelMessages.to(r).part(1, "lo"),
                        r -> KernelMessages.to(r).done(Errno.EMSGSIZE, ack -> {}))
                .answer(r -> KernelMessages.to(r)
                        .done(Errno.EINVAL, KernelMessages.text("Invalid values in header for FIB dump request")))
                .answer(r -> KernelMessages.to(r).done())) {
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list()))
                    .isInstanceOfSatisfying(KernelRejectedException.class, e -> {
                        assertThat(e.errno().name()).isEqualTo("EMSGSIZE");
                        assertThat(e.kernelMessage()).isEmpty();
                    });
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list()))
                    .isInstanceOfSatisfying(
                            KernelRejectedException.class,
                            e -> assertThat(e.kernelMessage())
                                    .contains("Invalid values in header for FIB dump request"));
            assertThat(names(fixture.client().dump(LinkFamily.list()))).isEmpty();
        }
    }

    @Test
    void aDumpMayBeRefusedAtItsStart() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).error(Errno.EOPNOTSUPP, ack -> {}))
                .answer(r -> KernelMessages.to(r).done())) {
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list())).isInstanceOf(UnsupportedException.class);
            assertThat(names(fixture.client().dump(LinkFamily.list()))).isEmpty();
        }
    }

    @Test
    void aVisitorThatThrowsLeavesTheClientUsable() {
        List<String> seen = new ArrayList<>();
        RuntimeException mine = new IllegalStateException("enough");
        try (ClientFixture fixture = ClientFixture.open()
                .answer(
                        r -> KernelMessages.to(r).part(1, "lo").part(2, "a1"),
                        r -> KernelMessages.to(r).part(3, "a2").done())
                .answer(r -> KernelMessages.to(r).part(1, "lo").done())) {
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list(), view -> {
                        seen.add(view.attributes().name());
                        throw mine;
                    }))
                    .isSameAs(mine);

            assertThat(seen).containsExactly("lo");
            assertThat(fixture.socket().queued()).isZero();
            assertThat(names(fixture.client().dump(LinkFamily.list()))).containsExactly("lo");
        }
    }

    @Test
    void aMalformedMessageInTheMiddleLeavesTheClientUsable() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(
                        r -> KernelMessages.to(r).part(1, "lo").malformedPart().part(2, "a1"),
                        r -> KernelMessages.to(r).done())
                .answer(r -> KernelMessages.to(r).part(1, "lo").done())) {
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list()))
                    .isInstanceOf(MalformedMessageException.class);
            assertThat(names(fixture.client().dump(LinkFamily.list()))).containsExactly("lo");
        }
    }

    @Test
    void aDumpThatWasGivenUpIsReadToItsEndBeforeTheNext() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).part(1, "lo"))
                .answerBy(onlyWhenDrained((socket, request) -> socket.deliver(
                        KernelMessages.to(request).part(3, "b1").done().bytes())))) {
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list()))
                    .isInstanceOf(RequestTimeoutException.class);
            fixture.socket().deliver(KernelMessages.to(1).part(2, "a1").bytes());
            fixture.socket().deliver(KernelMessages.to(1).done().bytes());

            assertThat(names(fixture.client().dump(LinkFamily.list()))).containsExactly("b1");
        }
    }

    @Test
    void aDumpWhoseEndIsLostDoesNotHoldUpTheNext() {
        try (ClientFixture fixture = ClientFixture.open()
                .silence()
                .answer(r -> KernelMessages.to(r).part(1, "lo").done())
                .answer(r -> KernelMessages.to(r).part(1, "lo").done())) {
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list()))
                    .isInstanceOf(RequestTimeoutException.class);
            long before = fixture.kernel().nanoTime();

            assertThat(names(fixture.client().dump(LinkFamily.list()))).containsExactly("lo");
            assertThat(names(fixture.client().dump(LinkFamily.list()))).containsExactly("lo");
            assertThat(fixture.kernel().nanoTime()).isEqualTo(before);
        }
    }

    @Test
    void brokenRestsOfADumpDoNotHoldUpTheNext() {
        try (ClientFixture fixture = ClientFixture.open()
                .answerBy((socket, request) -> {
                    socket.deliver(KernelMessages.to(request).brokenHeader().bytes());
                    socket.deliver(KernelMessages.to(request).brokenHeader().bytes());
                    socket.deliverError(Errno.ENOBUFS);
                    socket.deliver(FakeDatagram.of(
                                    KernelMessages.to(request).part(1, "lo").bytes())
                            .truncatedTo(20));
                    socket.deliver(KernelMessages.to(request)
                            .done(Errno.EIO, ack -> {})
                            .bytes());
                })
                .answer(r -> KernelMessages.to(r).part(1, "lo").done())) {
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list()))
                    .isInstanceOf(MalformedMessageException.class);
            assertThat(names(fixture.client().dump(LinkFamily.list()))).containsExactly("lo");
        }
    }

    @Test
    void anOverrunInTheMiddleLeavesTheClientUsable() {
        try (ClientFixture fixture = ClientFixture.open()
                .answerBy((socket, request) -> {
                    socket.deliver(KernelMessages.to(request).part(1, "lo").bytes());
                    socket.deliverError(Errno.ENOBUFS);
                    socket.deliver(
                            KernelMessages.to(request).part(2, "a1").done().bytes());
                })
                .answer(r -> KernelMessages.to(r).part(1, "lo").done())) {
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list())).isInstanceOf(OverrunException.class);
            assertThat(names(fixture.client().dump(LinkFamily.list()))).containsExactly("lo");
        }
    }

    @Test
    void aTruncatedPartLeavesTheClientUsable() {
        try (ClientFixture fixture = ClientFixture.open()
                .answerBy((socket, request) -> {
                    socket.deliver(FakeDatagram.of(
                                    KernelMessages.to(request).part(1, "lo").bytes())
                            .truncatedTo(20));
                    socket.deliver(
                            KernelMessages.to(request).part(2, "a1").done().bytes());
                })
                .answer(r -> KernelMessages.to(r).part(1, "lo").done())) {
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list()))
                    .isInstanceOf(TruncatedDatagramException.class);
            assertThat(names(fixture.client().dump(LinkFamily.list()))).containsExactly("lo");
        }
    }

    @Test
    void theRestOfADumpThatWasGivenUpIsNoAnswerToOtherRequests() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).part(1, "lo"))
                .answerBy((socket, request) -> {
                    socket.deliver(KernelMessages.to(1).part(2, "a1").done().bytes());
                    socket.deliver(
                            KernelMessages.to(request).link(3, "a2").ack().bytes());
                })) {
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list()))
                    .isInstanceOf(RequestTimeoutException.class);
            assertThat(fixture.client().get(LinkFamily.get("a2")))
                    .map(Link::index)
                    .contains(3);
        }
    }

    @Test
    void eachPartProlongsTheWait() {
        try (ClientFixture fixture =
                ClientFixture.open().answer(r -> KernelMessages.to(r).part(1, "lo"))) {
            long before = fixture.kernel().nanoTime();

            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list(), view -> sleepHalfTheTimeout(fixture)))
                    .isInstanceOf(RequestTimeoutException.class);
            assertThat(fixture.kernel().nanoTime() - before).isEqualTo(ClientFixture.TIMEOUT.toNanos() * 3 / 2);
        }
    }

    @Test
    void theClientRefusesRequestsFromWithinItsOwnDump() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(
                        r -> KernelMessages.to(r).part(1, "lo").part(2, "a1"),
                        r -> KernelMessages.to(r).done())
                .answer(r -> KernelMessages.to(r).link(2, "a1").ack())) {
            assertThatThrownBy(() -> fixture.client()
                            .dump(LinkFamily.list(), view -> fixture.client().get(LinkFamily.get("a1"))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("getlink");
            assertThat(fixture.client().get(LinkFamily.get("a1"))).isPresent();
        }
    }

    @Test
    void aDumpIsACopyThatNobodyChanges() {
        List<String> messages = new ArrayList<>(List.of("a"));
        Dump<String> dump = new Dump<>(messages, false, false);
        messages.add("b");

        assertThat(dump.messages()).containsExactly("a");
    }

    private static void sleepHalfTheTimeout(ClientFixture fixture) {
        fixture.kernel().poll(new PollSet(0), ClientFixture.TIMEOUT.toNanos() / 2);
    }

    /** As the kernel does: a second dump is refused while the first is not read to its end. */
    private static FakeResponder onlyWhenDrained(BiConsumer<FakeSocket, ByteBuffer> answer) {
        return (socket, request) -> {
            if (socket.queued() > 0) {
                socket.deliver(
                        KernelMessages.to(request).error(Errno.EBUSY, ack -> {}).bytes());
            } else {
                answer.accept(socket, request);
            }
        };
    }

    private static List<String> names(Dump<Link> dump) {
        return dump.messages().stream().map(link -> link.attributes().name()).toList();
    }
}
