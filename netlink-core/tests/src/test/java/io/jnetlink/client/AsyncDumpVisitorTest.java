package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.testkit.FakeKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dumps of an asynchronous client that a visitor sees. */
class AsyncDumpVisitorTest {

    private final FakeKernel kernel = FakeKernel.silent();
    private final ManualLoop loop = new ManualLoop();
    private final AsyncNetlinkClient client = AsyncNetlinkClient.open(
            NetlinkConfig.builder(ClientFixture.smallSocket()).syscalls(kernel).build(), loop);

    @AfterEach
    void everythingIsClosed() {
        client.close();
        loop.run();
        assertThat(kernel.openDescriptors()).isZero();
    }

    /** Keeps the names of a listing, and does something at each. */
    private static final class Names implements DumpVisitor<LinkView> {

        private final List<String> names = new ArrayList<>();
        private final Runnable atEach;
        private final int most;
        private int listings;
        private DumpMarks marks;

        Names(int most, Runnable atEach) {
            this.most = most;
            this.atEach = atEach;
        }

        @Override
        public void begin() {
            names.clear();
            listings++;
        }

        @Override
        public boolean visit(LinkView view) {
            names.add(view.attributes().name());
            atEach.run();
            return names.size() < most;
        }

        @Override
        public void end(DumpMarks given) {
            marks = given;
        }
    }

    private CompletableFuture<Boolean> dump(DumpPolicy policy, Names visitor) {
        CompletableFuture<Boolean> dump = client.dump(LinkFamily.list(), policy, visitor);
        loop.run();
        return dump;
    }

    private void deliver(KernelMessages messages) {
        kernel.socket().deliver(messages.bytes());
        loop.turn();
    }

    /** The client does its next request, which is this one. */
    private void assertUsable(int sequence) {
        CompletableFuture<ExtendedAck> next = client.acknowledge(LinkFamily.get("a"));
        loop.run();
        deliver(KernelMessages.to(sequence).ack());
        assertThat(next).isCompleted();
    }

    @Test
    void theVisitorSeesEachMessageOfTheLastListing() {
        Names names = new Names(10, () -> {});
        CompletableFuture<Boolean> dump = dump(DumpPolicy.retrying(1), names);
        deliver(KernelMessages.to(1).disturbedPart(1, "stale").done());
        deliver(KernelMessages.to(2).part(1, "lo"));
        deliver(KernelMessages.to(2).part(2, "a").done());

        assertThat(dump.join()).isFalse();
        assertThat(names.names).containsExactly("lo", "a");
        assertThat(names.listings).isEqualTo(2);
        assertThat(names.marks).isEqualTo(new DumpMarks(false, false));
    }

    @Test
    void anInterruptionIsReturnedOrThrownAsThePolicySays() {
        CompletableFuture<Boolean> accepting = dump(DumpPolicy.acceptMarked(), new Names(10, () -> {}));
        deliver(KernelMessages.to(1).disturbedPart(1, "lo").done());
        assertThat(accepting.join()).isTrue();

        Names names = new Names(10, () -> {});
        CompletableFuture<Boolean> failing = dump(DumpPolicy.failing(), names);
        deliver(KernelMessages.to(2).disturbedPart(1, "lo").done());
        assertThatThrownBy(failing::join).hasCauseInstanceOf(DumpInterruptedException.class);
        assertThat(names.marks).isNull();
    }

    @Test
    void theVisitorMayEndEarly() {
        Names names = new Names(1, () -> {});
        CompletableFuture<Boolean> dump = dump(DumpPolicy.failing(), names);
        deliver(KernelMessages.to(1).part(1, "lo").part(2, "a"));
        assertThat(dump).isNotDone();
        deliver(KernelMessages.to(1).disturbedPart(3, "b").done());

        assertThat(dump.join()).isFalse();
        assertThat(names.names).containsExactly("lo");
    }

    @Test
    void whatTheVisitorThrowsComesOnceTheRestIsRead() {
        CompletableFuture<Boolean> failing = dump(DumpPolicy.failing(), new Names(10, () -> {
            throw new IllegalStateException("a visitor");
        }));
        deliver(KernelMessages.to(1).part(1, "lo"));
        assertThat(failing).isNotDone();
        deliver(KernelMessages.to(1).part(2, "a").done());

        assertThatThrownBy(failing::join).hasRootCauseMessage("a visitor");
        assertUsable(2);
    }

    @Test
    void anErrorOfTheVisitorHurtsNobodyElse() {
        CompletableFuture<Boolean> failing = dump(DumpPolicy.failing(), new Names(10, () -> {
            throw new StackOverflowError("a visitor");
        }));
        CompletableFuture<ExtendedAck> other = client.acknowledge(LinkFamily.get("a"));
        loop.run();
        deliver(KernelMessages.to(1).part(1, "lo").part(2, "a").done());
        deliver(KernelMessages.to(2).ack());

        assertThatThrownBy(failing::join).hasCauseInstanceOf(StackOverflowError.class);
        assertThat(other).isCompleted();
    }

    @Test
    void cancellingInTheMiddleLeavesTheClientUsable() {
        Names names = new Names(10, () -> {});
        CompletableFuture<Boolean> dump = dump(DumpPolicy.retrying(3), names);
        deliver(KernelMessages.to(1).part(1, "lo"));
        dump.cancel(false);
        loop.run();
        CompletableFuture<Boolean> second = dump(DumpPolicy.failing(), new Names(10, () -> {}));
        assertUsable(2);
        assertThat(kernel.socket().sent()).hasSize(2);

        deliver(KernelMessages.to(1).disturbedPart(2, "a").done());
        assertThat(names.names).containsExactly("lo");
        assertThat(names.listings).isEqualTo(1);
        deliver(KernelMessages.to(3).done());
        assertThat(second.join()).isFalse();
    }
}
