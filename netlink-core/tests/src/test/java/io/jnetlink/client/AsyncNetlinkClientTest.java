package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.testkit.FakeCall;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageFlags;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests in flight on a loop that the test drives, and a kernel that answers when the test says so. */
class AsyncNetlinkClientTest {

    private static final long TIMEOUT = ClientFixture.TIMEOUT.toNanos();

    private final FakeKernel kernel = FakeKernel.silent();
    private final ManualLoop loop = new ManualLoop();
    private AsyncNetlinkClient client = open(AsyncLimits.DEFAULT);

    private AsyncNetlinkClient open(AsyncLimits limits) {
        return AsyncNetlinkClient.open(
                NetlinkConfig.builder(ClientFixture.smallSocket())
                        .syscalls(kernel)
                        .timeout(ClientFixture.TIMEOUT)
                        .build(),
                MessageFraming.RAW,
                loop,
                limits);
    }

    private void reopen(AsyncLimits limits) {
        client.close();
        loop.run();
        client = open(limits);
    }

    @AfterEach
    void everythingIsClosed() {
        client.close();
        if (loop.watching() > 0) {
            loop.run();
        }
        assertThat(kernel.openDescriptors()).isZero();
        assertThat(kernel.badDescriptorUses()).isZero();
    }

    private static Request<Link, LinkView> get(String name) {
        return LinkFamily.get(name);
    }

    private List<ByteBuffer> sent() {
        return kernel.sockets().get(kernel.sockets().size() - 1).sent().stream()
                .map(b -> ByteBuffer.wrap(b).order(ByteOrder.nativeOrder()))
                .toList();
    }

    private long sequence(int request) {
        return sent().get(request).getInt(8);
    }

    private void deliver(KernelMessages messages) {
        kernel.sockets().get(kernel.sockets().size() - 1).deliver(messages.bytes());
        loop.turn();
    }

    @Test
    void answersReachTheirFuturesInWhateverOrderTheyCome() {
        CompletableFuture<ExtendedAck> first = client.acknowledge(get("a0"));
        CompletableFuture<Optional<Link>> second = client.get(get("a1"));
        CompletableFuture<ExtendedAck> third = client.acknowledge(get("a2"));
        loop.run();

        assertThat(sent()).hasSize(3);
        deliver(KernelMessages.to(sequence(2)).error(Errno.EEXIST, a -> {}));
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        assertThatThrownBy(third::join).hasCauseInstanceOf(AlreadyExistsException.class);

        deliver(KernelMessages.to(sequence(1)).link(7, "a1"));
        assertThat(second).isNotDone();
        deliver(KernelMessages.to(sequence(1)).ack());
        assertThat(second.join()).map(Link::index).contains(7);

        deliver(KernelMessages.to(sequence(0)).ack());
        assertThat(first).isCompletedWithValue(ExtendedAck.empty());
    }

    @Test
    void aRefusalTellsOfItsOwnRequest() {
        CompletableFuture<ExtendedAck> refused = client.acknowledge(get("a5"));
        client.acknowledge(get("other"));
        loop.run();
        deliver(KernelMessages.to(sequence(0)).error(Errno.ENODEV, KernelMessages.text("no such link")));

        assertThatThrownBy(refused::join)
                .cause()
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("no such link")
                .extracting(e -> ((NotFoundException) e).request())
                .asString()
                .contains("a5");
    }

    @Test
    void noMoreAreInFlightThanAllowedAndFurtherOnesWaitOrFail() {
        reopen(new AsyncLimits(2, 1));
        List<CompletableFuture<ExtendedAck>> futures = IntStream.range(0, 4)
                .mapToObj(i -> client.acknowledge(get("a" + i)))
                .toList();
        loop.run();

        assertThat(sent()).hasSize(2);
        assertThatThrownBy(futures.get(3)::join)
                .hasCauseInstanceOf(TooManyRequestsException.class)
                .hasMessageContaining("2 requests are in flight and 1 wait");

        deliver(KernelMessages.to(sequence(0)).ack());
        assertThat(sent()).hasSize(3);
        assertThat(futures.get(0)).isDone();
        assertThat(client.acknowledge(get("a5"))).isNotDone();
    }

    @Test
    void noMoreAreInFlightThanThereIsRoomForAnswers() {
        reopen(new AsyncLimits(10_000, 10_000));
        IntStream.range(0, 500).forEach(i -> client.acknowledge(get("a" + i)));
        loop.run();

        assertThat(sent()).hasSize(166);
        deliver(KernelMessages.to(sequence(3)).ack());
        assertThat(sent()).hasSize(167);
    }

    @Test
    void silenceIsATimeoutCountedFromTheLastWord() {
        CompletableFuture<ExtendedAck> silent = client.acknowledge(get("a0"));
        CompletableFuture<Dump<Link>> slow = client.dump(LinkFamily.list(), DumpPolicy.failing());
        loop.run();
        loop.advance(TIMEOUT - 1);
        deliver(KernelMessages.to(sequence(1)).part(1, "lo"));
        assertThat(silent).isNotDone();

        loop.advance(1);
        assertThatThrownBy(silent::join).hasCauseInstanceOf(RequestTimeoutException.class);
        assertThat(slow).isNotDone();

        loop.advance(TIMEOUT - 1);
        assertThatThrownBy(slow::join).hasCauseInstanceOf(RequestTimeoutException.class);
        assertThat(loop.timers()).isZero();
    }

    @Test
    void aRequestThatWaitedHasItsWholeTime() {
        reopen(new AsyncLimits(1, 10));
        client.acknowledge(get("a0"));
        CompletableFuture<ExtendedAck> second = client.acknowledge(get("a1"));
        loop.run();
        loop.advance(TIMEOUT);
        assertThat(sent()).hasSize(2);
        loop.advance(TIMEOUT - 1);
        assertThat(second).isNotDone();
        loop.advance(1);
        assertThat(second).isCompletedExceptionally();
    }

    @Test
    void cancellingFreesThePlace() {
        reopen(new AsyncLimits(1, 2));
        CompletableFuture<ExtendedAck> flying = client.acknowledge(get("a0"));
        CompletableFuture<ExtendedAck> waiting = client.acknowledge(get("a1"));
        CompletableFuture<ExtendedAck> last = client.acknowledge(get("a2"));
        loop.run();
        waiting.cancel(false);
        flying.cancel(false);
        loop.run();

        assertThat(sent()).hasSize(2);
        deliver(KernelMessages.to(sequence(0)).error(Errno.EPERM, a -> {}));
        deliver(KernelMessages.to(sequence(1)).ack());
        assertThat(last).isCompletedWithValue(ExtendedAck.empty());
        assertThat(flying).isCancelled();
    }

    @Test
    void aFutureCancelledBeforeItIsSentIsNotSent() {
        client.acknowledge(get("a0")).cancel(true);
        loop.run();
        assertThat(sent()).isEmpty();
    }

    @Test
    void oneDumpAtATimeAndOtherRequestsPassIt() {
        CompletableFuture<Dump<Link>> first = client.dump(LinkFamily.list(), DumpPolicy.failing());
        CompletableFuture<Dump<Link>> second = client.dump(LinkFamily.list(), DumpPolicy.failing());
        CompletableFuture<ExtendedAck> other = client.acknowledge(get("a0"));
        loop.run();

        assertThat(sent()).hasSize(2);
        assertThat(sent().get(0).getShort(6) & MessageFlags.DUMP).isEqualTo(MessageFlags.DUMP);
        deliver(KernelMessages.to(sequence(0)).part(1, "lo"));
        deliver(KernelMessages.to(sequence(1)).ack());
        assertThat(other).isDone();

        deliver(KernelMessages.to(sequence(0)).part(2, "a1").done());
        assertThat(first.join().messages()).extracting(Link::index).containsExactly(1, 2);
        assertThat(sent()).hasSize(3);
        deliver(KernelMessages.to(sequence(2)).part(5, "a5").done());
        assertThat(second.join().messages()).extracting(Link::index).containsExactly(5);
    }

    @Test
    void aCancelledDumpKeepsItsPlaceUntilItIsReadToItsEnd() {
        CompletableFuture<Dump<Link>> first = client.dump(LinkFamily.list(), DumpPolicy.failing());
        CompletableFuture<Dump<Link>> second = client.dump(LinkFamily.list(), DumpPolicy.failing());
        loop.run();
        first.cancel(false);
        loop.run();
        assertThat(sent()).hasSize(1);

        deliver(KernelMessages.to(sequence(0)).part(1, "lo").done());
        assertThat(sent()).hasSize(2);
        deliver(KernelMessages.to(sequence(1)).part(2, "a1").done());
        assertThat(second.join().messages()).extracting(Link::index).containsExactly(2);
    }

    @Test
    void aDisturbedDumpIsListedAnewAsThePolicySays() {
        CompletableFuture<Dump<Link>> dump = client.dump(LinkFamily.list(), DumpPolicy.retrying(1));
        loop.run();
        deliver(KernelMessages.to(sequence(0)).disturbedPart(1, "stale").done());
        assertThat(sent()).hasSize(2);
        deliver(KernelMessages.to(sequence(1)).part(2, "a2").done());
        assertThat(dump.join().messages()).extracting(Link::index).containsExactly(2);

        CompletableFuture<Dump<Link>> failing = client.dump(LinkFamily.list(), DumpPolicy.failing());
        loop.run();
        deliver(KernelMessages.to(sequence(2)).disturbedPart(1, "stale").done());
        assertThatThrownBy(failing::join).hasCauseInstanceOf(DumpInterruptedException.class);

        CompletableFuture<Dump<Link>> accepting = client.dump(LinkFamily.list(), DumpPolicy.acceptMarked());
        loop.run();
        deliver(KernelMessages.to(sequence(3)).disturbedPart(1, "lo").done());
        assertThat(accepting.join().interrupted()).isTrue();
    }

    @Test
    void closingFailsWhatIsOpenAndWhatComesLater() {
        reopen(new AsyncLimits(1, 5));
        List<CompletableFuture<?>> open = List.of(
                client.acknowledge(get("a0")),
                client.acknowledge(get("a1")),
                client.dump(LinkFamily.list(), DumpPolicy.failing()));
        loop.run();
        client.close();
        CompletableFuture<ExtendedAck> late = client.acknowledge(get("a2"));
        loop.run();

        assertThat(open).allSatisfy(f -> assertThatThrownBy(f::join).hasCauseInstanceOf(ClosedClientException.class));
        assertThatThrownBy(late::join).hasCauseInstanceOf(ClosedClientException.class);
        assertThat(loop.watching()).isZero();
        client.close();
    }

    @Test
    void theEndOfTheLoopIsTheEndOfTheClient() {
        CompletableFuture<ExtendedAck> open = client.acknowledge(get("a0"));
        loop.end();

        assertThatThrownBy(open::join).hasCauseInstanceOf(ClosedClientException.class);
        assertThatThrownBy(client.acknowledge(get("a1"))::join).hasCauseInstanceOf(ClosedClientException.class);
        assertThatThrownBy(() -> open(AsyncLimits.DEFAULT)).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aSocketThatCannotBeWatchedFailsWhatIsOpen() {
        CompletableFuture<ExtendedAck> open = client.acknowledge(get("a0"));
        loop.run();
        loop.fail(new IllegalStateException("epoll"));

        assertThatThrownBy(open::join)
                .cause()
                .isInstanceOf(ClosedClientException.class)
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("epoll"));
    }

    @Test
    void afterAnOverrunWhatIsNotAnsweredFailsAndTheClientGoesOn() {
        CompletableFuture<ExtendedAck> answered = client.acknowledge(get("a0"));
        CompletableFuture<ExtendedAck> lost = client.acknowledge(get("a1"));
        loop.run();
        kernel.socket().deliverError(Errno.ENOBUFS);
        deliver(KernelMessages.to(sequence(0)).ack());

        assertThat(answered).isCompletedWithValue(ExtendedAck.empty());
        assertThatThrownBy(lost::join).hasCauseInstanceOf(OverrunException.class);
        CompletableFuture<ExtendedAck> next = client.acknowledge(get("a2"));
        loop.run();
        deliver(KernelMessages.to(sequence(2)).ack());
        assertThat(next).isCompletedWithValue(ExtendedAck.empty());
    }

    @Test
    void whatCannotBeSentFailsAlone() {
        kernel.failNext(FakeCall.SEND, Errno.EMSGSIZE);
        CompletableFuture<ExtendedAck> refused = client.acknowledge(get("a0"));
        CompletableFuture<ExtendedAck> next = client.acknowledge(get("a1"));
        loop.run();

        assertThatThrownBy(refused::join).hasCauseInstanceOf(SyscallException.class);
        deliver(KernelMessages.to(sequence(0)).ack());
        assertThat(next).isCompletedWithValue(ExtendedAck.empty());
    }

    @Test
    void aMalformedAnswerFailsItsRequestOnly() {
        CompletableFuture<Optional<Link>> broken = client.get(get("a0"));
        CompletableFuture<ExtendedAck> next = client.acknowledge(get("a1"));
        loop.run();
        deliver(KernelMessages.to(sequence(0)).malformedPart().ack());

        assertThatThrownBy(broken::join)
                .hasCauseInstanceOf(MalformedMessageException.class)
                .isInstanceOf(CompletionException.class);
        assertThat(next).isNotDone();
    }

    @Test
    void whatNobodyWaitsForIsReadAndDropped() {
        IntStream.range(0, 5)
                .forEach(i ->
                        kernel.socket().deliver(KernelMessages.to(900 + i).ack().bytes()));
        loop.turn();
        assertThat(kernel.socket().queued()).isZero();
    }

    @Test
    void aDependentMayUseAndCloseTheClient() {
        List<Throwable> failures = new ArrayList<>();
        client.acknowledge(get("a0")).thenRun(() -> {
            client.acknowledge(get("a1")).whenComplete((r, e) -> failures.add(e));
            client.close();
        });
        loop.run();
        deliver(KernelMessages.to(sequence(0)).ack());

        assertThat(failures).singleElement().isInstanceOf(ClosedClientException.class);
    }

    @Test
    void limitsTakeNoNonsense() {
        assertThatThrownBy(() -> new AsyncLimits(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AsyncLimits(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
