package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MessageFlags;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel says of a dump as a whole. */
class DumpMarksTest {

    private static final int FILTERED = MessageFlags.DUMP_FILTERED;
    private static final int INTERRUPTED = MessageFlags.DUMP_INTERRUPTED;

    /** Two links and the end; the flags are those of the message of a number. */
    private static ClientFixture.Datagram marked(int message, int flags) {
        return request -> {
            KernelMessages messages = KernelMessages.to(request);
            messages.part(1, "lo").part(2, "a1").done();
            return message < 0 ? messages : messages.withFlags(message, flags);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void oneMessageWithTheMarkIsEnough(int message) {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(marked(message, FILTERED))
                .answer(marked(message, FILTERED | INTERRUPTED))
                .answer(marked(-1, 0))) {
            Dump<Link> filtered = fixture.client().dump(LinkFamily.list());
            Dump<Link> both = fixture.client().dump(LinkFamily.list());
            Dump<Link> plain = fixture.client().dump(LinkFamily.list());

            assertThat(filtered.filtered()).isTrue();
            assertThat(filtered.interrupted()).isFalse();
            assertThat(both.filtered()).isTrue();
            assertThat(both.interrupted()).isTrue();
            assertThat(plain.filtered()).isFalse();
        }
    }

    @Test
    void anEmptyListingMayBeMarkedAtItsEndOrNotAtAll() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).done().withFlags(0, FILTERED))
                .answer(r -> KernelMessages.to(r).done())) {
            assertThat(fixture.client().dump(LinkFamily.list()).filtered()).isTrue();
            assertThat(fixture.client().dump(LinkFamily.list()).filtered()).isFalse();
        }
    }

    @Test
    void aVisitorIsToldOnceForTheListingThatCounts() {
        List<String> calls = new ArrayList<>();
        DumpVisitor<LinkView> visitor = new DumpVisitor<>() {
            @Override
            public void begin() {
                calls.add("begin");
            }

            @Override
            public boolean visit(LinkView view) {
                calls.add(view.attributes().name());
                return true;
            }

            @Override
            public void end(DumpMarks marks) {
                calls.add("interrupted " + marks.interrupted() + ", filtered " + marks.filtered());
            }
        };
        try (ClientFixture fixture =
                ClientFixture.open().answer(marked(1, INTERRUPTED)).answer(marked(0, FILTERED))) {
            boolean interrupted = fixture.client().dump(LinkFamily.list(), DumpPolicy.retrying(1), visitor);

            assertThat(interrupted).isFalse();
        }
        assertThat(calls).containsExactly("begin", "lo", "a1", "begin", "lo", "a1", "interrupted false, filtered true");
    }

    @Test
    void futuresAreMarkedToo() {
        FakeKernel kernel = FakeKernel.silent();
        ManualLoop loop = new ManualLoop();
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();
        try (AsyncNetlinkClient client = AsyncNetlinkClient.open(config, loop)) {
            CompletableFuture<Dump<Link>> dump = client.dump(LinkFamily.list(), DumpPolicy.failing());
            loop.turn();
            ByteBuffer request = ByteBuffer.wrap(kernel.socket().sent().get(0)).order(ByteOrder.nativeOrder());
            kernel.socket().deliver(marked(1, FILTERED).answering(request).bytes());
            loop.turn();

            assertThat(dump).isCompletedWithValueMatching(d -> d.filtered() && !d.interrupted());
        }
        loop.run();
    }
}
