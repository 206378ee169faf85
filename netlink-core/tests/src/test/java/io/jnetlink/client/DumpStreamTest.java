package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.testkit.FakeCall;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.FakeSocket;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageFlags;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dumps that come one by one, on a loop that the test drives. */
class DumpStreamTest {

    private static final long TIMEOUT = ClientFixture.TIMEOUT.toNanos();

    private final FakeKernel kernel = FakeKernel.silent();
    private final ManualLoop loop = new ManualLoop();
    private final AsyncNetlinkClient client = AsyncNetlinkClient.open(
            NetlinkConfig.builder(ClientFixture.smallSocket())
                    .syscalls(kernel)
                    .timeout(ClientFixture.TIMEOUT)
                    .build(),
            loop);
    private final DumpListener<Link> links = new DumpListener<>();
    private final DumpListener<DumpStep<Link>> steps = new DumpListener<>();

    @AfterEach
    void everythingIsClosed() {
        client.close();
        links.cancel();
        steps.cancel();
        if (loop.watching() > 0) {
            loop.run();
        }
        assertThat(kernel.openDescriptors()).isZero();
        assertThat(kernel.badDescriptorUses()).isZero();
    }

    private DumpListener<Link> listen() {
        client.stream(LinkFamily.list()).subscribe(links);
        loop.run();
        return links;
    }

    private DumpListener<DumpStep<Link>> listen(DumpPolicy policy) {
        client.stream(LinkFamily.list(), policy).subscribe(steps);
        loop.run();
        return steps;
    }

    private FakeSocket socket() {
        return kernel.sockets().get(1);
    }

    private void ask(DumpListener<?> listener, long more) {
        listener.request(more);
        loop.run();
    }

    private KernelMessages answer(int listing) {
        return KernelMessages.to(ByteBuffer.wrap(socket().sent().get(listing)).order(ByteOrder.nativeOrder()));
    }

    private void deliver(KernelMessages messages) {
        socket().deliver(messages.bytes());
        loop.turn();
    }

    private static List<Integer> indexes(List<Link> links) {
        return links.stream().map(Link::index).toList();
    }

    private static DumpStep<Link> begin(int listing) {
        return new DumpStep.Beginning<>(listing);
    }

    private static DumpStep<Link> end(boolean interrupted) {
        return new DumpStep.End<>(new DumpMarks(interrupted, false));
    }

    private static List<Object> told(List<DumpStep<Link>> steps) {
        return steps.stream()
                .map(s -> s instanceof DumpStep.Entry<Link> entry
                        ? (Object) entry.value().index()
                        : s)
                .toList();
    }

    @Test
    void theKernelIsAskedAtTheFirstDemand() {
        listen();
        loop.turn();
        assertThat(socket().sent()).isEmpty();

        ask(links, 1);
        assertThat(socket().sent()).hasSize(1);
        assertThat(socket().sent().get(0)[6] + (socket().sent().get(0)[7] << 8) & MessageFlags.DUMP)
                .isEqualTo(MessageFlags.DUMP);
    }

    @Test
    void nothingIsReadBeyondADatagramThatIsNotConsumed() {
        listen();
        ask(links, 1);
        socket().deliver(answer(0).part(1, "lo").part(2, "a").bytes());
        socket().deliver(answer(0).part(3, "b").bytes());
        socket().deliver(answer(0).done().bytes());
        loop.turn();

        assertThat(indexes(links.items())).containsExactly(1);
        assertThat(socket().queued()).isEqualTo(2);
        // The client's own socket is the one that is read.
        assertThat(loop.reading()).isEqualTo(1);

        ask(links, 1);
        loop.turn();
        assertThat(indexes(links.items())).containsExactly(1, 2);
        assertThat(socket().queued()).isEqualTo(1);
        assertThat(links.isComplete()).isFalse();

        ask(links, 1);
        assertThat(indexes(links.items())).containsExactly(1, 2, 3);
        // The end is told without being asked for.
        assertThat(links.isComplete()).isTrue();
        assertThat(socket().isClosed()).isTrue();
    }

    @Test
    void stepsTellOfTheBeginningAndTheEnd() {
        listen(DumpPolicy.acceptMarked());
        ask(steps, Long.MAX_VALUE);
        ask(steps, Long.MAX_VALUE);
        deliver(answer(0).part(1, "lo"));
        deliver(answer(0).done(0, KernelMessages.text("that is all")));

        assertThat(steps.items()).hasSize(3).first().isEqualTo(begin(1));
        assertThat(((DumpStep.Entry<Link>) steps.items().get(1)).value().index())
                .isEqualTo(1);
        DumpMarks marks = ((DumpStep.End<Link>) steps.items().get(2)).marks();
        assertThat(marks.interrupted()).isFalse();
        assertThat(marks.extendedAck().message()).contains("that is all");
        assertThat(steps.isComplete()).isTrue();
    }

    @Test
    void theEndThatNobodyAskedForWaits() {
        listen(DumpPolicy.acceptMarked());
        ask(steps, 1);
        deliver(answer(0).done());
        assertThat(told(steps.items())).containsExactly(begin(1));
        assertThat(steps.isComplete()).isFalse();

        ask(steps, 1);
        assertThat(told(steps.items())).containsExactly(begin(1), end(false));
        assertThat(steps.isComplete()).isTrue();
    }

    @Test
    void aDisturbedListingIsAcceptedListedAnewOrFails() {
        listen(DumpPolicy.retrying(1).thenAcceptMarked());
        ask(steps, Long.MAX_VALUE);
        deliver(answer(0).disturbedPart(1, "lo").done());
        deliver(answer(1).part(2, "a").disturbedPart(3, "b").done());

        assertThat(told(steps.items())).containsExactly(begin(1), 1, begin(2), 2, 3, end(true));
        assertThat(steps.isComplete()).isTrue();
        assertThat(socket().sent()).hasSize(2);
    }

    @Test
    void aDisturbedListingOfEntriesFailsAtTheEnd() {
        listen();
        ask(links, Long.MAX_VALUE);
        deliver(answer(0).disturbedPart(1, "lo"));
        assertThat(links.failure()).isNull();
        deliver(answer(0).part(2, "a").done());

        assertThat(indexes(links.items())).containsExactly(1, 2);
        assertThat(links.failure()).isInstanceOf(DumpInterruptedException.class);
    }

    @Test
    void cancellingClosesTheSocketAndLeavesTheClientAlone() {
        listen();
        ask(links, 1);
        socket().deliver(answer(0).part(1, "lo").part(2, "a").bytes());
        loop.turn();
        links.cancel();
        links.cancel();
        loop.run();

        assertThat(socket().isClosed()).isTrue();
        assertThat(links.items()).hasSize(1);
        assertThat(links.failure()).isNull();
        assertThat(links.isComplete()).isFalse();
        var next = client.acknowledge(LinkFamily.get("a"));
        loop.run();
        kernel.sockets().get(0).deliver(KernelMessages.to(1).ack().bytes());
        loop.turn();
        assertThat(next).isDone();
    }

    @Test
    void silenceIsATimeoutButTakingOnesTimeIsNone() {
        listen();
        ask(links, 1);
        socket().deliver(answer(0).part(1, "lo").part(2, "a").bytes());
        loop.turn();
        loop.advance(5 * TIMEOUT);
        assertThat(links.failure()).isNull();

        ask(links, 2);
        loop.advance(TIMEOUT - 1);
        deliver(answer(0).part(3, "b"));
        ask(links, 1);
        loop.advance(TIMEOUT - 1);
        assertThat(links.failure()).isNull();
        loop.advance(1);
        assertThat(links.failure()).isInstanceOf(RequestTimeoutException.class);
        assertThat(socket().isClosed()).isTrue();
        assertThat(loop.timers()).isZero();
    }

    @Test
    void aRefusalAndWhatIsMalformedEndTheStream() {
        listen();
        ask(links, 1);
        deliver(answer(0).dumpError(Errno.EOPNOTSUPP));
        assertThat(links.failure()).isInstanceOf(UnsupportedException.class);

        listen(DumpPolicy.failing());
        FakeSocket second = kernel.sockets().get(2);
        ask(steps, 10);
        ByteBuffer request = ByteBuffer.wrap(second.sent().get(0)).order(ByteOrder.nativeOrder());
        second.deliver(KernelMessages.to(request).malformedPart().done().bytes());
        loop.turn();
        assertThat(steps.failure()).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void theEndOfADumpMayBeARefusal() {
        listen();
        ask(links, 10);
        deliver(answer(0).part(1, "lo").done(Errno.ENODEV, KernelMessages.text("it went away")));

        assertThat(indexes(links.items())).containsExactly(1);
        assertThat(links.failure()).isInstanceOf(NotFoundException.class).hasMessageContaining("it went away");
    }

    @Test
    void anOverrunEndsTheStreamAlsoWhileNothingIsRead() {
        listen();
        ask(links, 1);
        socket().deliver(answer(0).part(1, "lo").part(2, "a").bytes());
        loop.turn();
        socket().deliverError(Errno.ENOBUFS);
        loop.turnWithError();

        assertThat(links.failure()).isInstanceOf(OverrunException.class);
    }

    @Test
    void whatIsReadWhileNothingIsWantedIsNotLost() {
        listen();
        ask(links, 1);
        socket().deliver(answer(0).part(1, "lo").part(2, "a").bytes());
        loop.turn();
        socket().deliver(answer(0).part(3, "b").done().bytes());
        loop.turnWithError();
        assertThat(links.items()).hasSize(1);

        ask(links, 10);
        assertThat(indexes(links.items())).containsExactly(1, 2, 3);
        assertThat(links.isComplete()).isTrue();
    }

    @Test
    void theEndOfTheLoopIsTheEndOfTheStream() {
        listen();
        ask(links, 1);
        loop.end();
        assertThat(links.failure()).isInstanceOf(ClosedClientException.class);

        client.stream(LinkFamily.list()).subscribe(new DumpListener<>());
        assertThat(kernel.sockets().get(2).isClosed()).isTrue();
    }

    @Test
    void theEndOfTheClientIsNone() {
        listen();
        client.close();
        loop.run();
        ask(links, 10);
        deliver(answer(0).part(1, "lo").done());

        assertThat(indexes(links.items())).containsExactly(1);
        assertThat(links.isComplete()).isTrue();
    }

    @Test
    void aSocketThatCannotBeOpenedOrUsedIsTold() {
        kernel.failNext(FakeCall.SOCKET, Errno.EMFILE);
        listen();
        assertThat(links.failure()).isInstanceOf(SyscallException.class).hasMessageContaining("EMFILE");

        kernel.failNext(FakeCall.SEND, Errno.ENOMEM);
        listen(DumpPolicy.failing());
        ask(steps, 10);
        assertThat(steps.failure()).isInstanceOf(SyscallException.class).hasMessageContaining("ENOMEM");
    }

    @Test
    void demandMustBePositive() {
        listen();
        ask(links, 0);
        assertThat(links.failure()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachSubscriberHasItsOwnDump() {
        var stream = client.stream(LinkFamily.list());
        DumpListener<Link> other = new DumpListener<>();
        stream.subscribe(links);
        stream.subscribe(other);
        loop.run();
        ask(links, 10);
        ask(other, 10);
        deliver(answer(0).part(1, "lo").done());
        assertThat(links.isComplete()).isTrue();
        assertThat(other.items()).isEmpty();

        kernel.sockets().get(2).deliver(answer(0).part(2, "a").done().bytes());
        loop.turn();
        assertThat(indexes(other.items())).containsExactly(2);
    }
}
