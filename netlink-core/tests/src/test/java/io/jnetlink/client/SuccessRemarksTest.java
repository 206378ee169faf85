package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MessageWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Warnings and cookies that the kernel sends along with success. */
class SuccessRemarksTest {

    private static final byte[] COOKIE = {1, 2, 3, 4, 5, 6, 7, 8};

    private static KernelMessages warned(KernelMessages messages) {
        return messages.error(0, KernelMessages.text("flag is deprecated"));
    }

    @Test
    void anAcknowledgementCarriesThem() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> warned(KernelMessages.to(r)))
                .answer(r -> KernelMessages.to(r).error(0, a -> a.putBytes(KernelMessages.EXTACK_COOKIE, COOKIE)))) {
            ExtendedAck warning = fixture.client().acknowledge(LinkFamily.get("a"));
            ExtendedAck cookie = fixture.client().acknowledge(LinkFamily.get("a"));

            assertThat(warning.message()).contains("flag is deprecated");
            assertThat(warning.isEmpty()).isFalse();
            assertThat(warning).hasToString("flag is deprecated");
            assertThat(cookie.cookie()).contains(COOKIE);
            assertThat(cookie.message()).isEmpty();
        }
    }

    @Test
    void withoutThemItIsAlwaysTheSame() {
        Consumer<MessageWriter> unknown = a -> a.putBytes(99, COOKIE);
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).ack())
                .answer(r -> KernelMessages.to(r).error(0, unknown))) {
            assertThat(fixture.client().acknowledge(LinkFamily.get("a")))
                    .isSameAs(ExtendedAck.empty())
                    .hasToString("nothing");
            assertThat(fixture.client().acknowledge(LinkFamily.get("a"))).isSameAs(ExtendedAck.empty());
        }
    }

    @Test
    void aDumpCarriesThatOfItsEnd() {
        List<DumpMarks> marks = new ArrayList<>();
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).part(1, "lo").done(0, KernelMessages.text("some are hidden")))
                .answer(r -> KernelMessages.to(r).part(1, "lo").done(0, KernelMessages.text("some are hidden")))) {
            Dump<Link> dump = fixture.client().dump(LinkFamily.list());
            fixture.client().dump(LinkFamily.list(), DumpPolicy.failing(), new DumpVisitor<>() {
                @Override
                public void begin() {}

                @Override
                public boolean visit(LinkView view) {
                    return true;
                }

                @Override
                public void end(DumpMarks given) {
                    marks.add(given);
                }
            });

            assertThat(dump.messages()).hasSize(1);
            assertThat(dump.extendedAck().message()).contains("some are hidden");
            assertThat(marks)
                    .singleElement()
                    .satisfies(m -> assertThat(m.extendedAck().message()).contains("some are hidden"));
        }
    }

    @Test
    void aPipelineKeepsThemAndTellsTheListener() {
        List<RequestResult> told = new ArrayList<>();
        try (ClientFixture fixture = ClientFixture.open()) {
            for (int round = 0; round < 2; round++) {
                fixture.answerBy((socket, datagram) -> {
                    long first = Integer.toUnsignedLong(datagram.getInt(8));
                    socket.deliver(KernelMessages.to(first).ack().bytes());
                    socket.deliver(warned(KernelMessages.to(first + 1)).bytes());
                });
            }
            List<Request<?, ?>> requests = List.of(LinkFamily.get("a"), LinkFamily.get("b"));
            PipelineSummary silent = fixture.client().pipeline(requests, PipelineOptions.defaults());
            PipelineSummary summary = fixture.client()
                    .pipeline(requests, PipelineOptions.defaults().onResult(told::add));

            assertThat(silent.remarks()).singleElement().satisfies(r -> {
                assertThat(r.index()).isEqualTo(1);
                assertThat(r.succeeded()).isTrue();
                assertThat(r.extendedAck().message()).contains("flag is deprecated");
            });
            assertThat(summary.failures()).isEmpty();
            assertThat(summary.remarks()).hasSize(1);
            assertThat(told)
                    .extracting(r -> r.extendedAck().toString())
                    .containsExactly("nothing", "flag is deprecated");
        }
    }

    @Test
    void theAsynchronousClientHasThemToo() {
        FakeKernel kernel =
                FakeKernel.answering(r -> List.of(warned(KernelMessages.to(r)).bytes()));
        ManualLoop loop = new ManualLoop();
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();
        try (AsyncNetlinkClient client = AsyncNetlinkClient.open(config, loop)) {
            CompletableFuture<ExtendedAck> acknowledged = client.acknowledge(LinkFamily.get("a"));
            loop.turn();

            assertThat(acknowledged.join().message()).contains("flag is deprecated");
        }
        loop.run();
    }

    @Test
    void aBatchThatIsNotSentHasNoResults() {
        List<RequestResult> told = new ArrayList<>();
        ClientFixture fixture = ClientFixture.open().answerBy((socket, datagram) -> {
            socket.deliver(KernelMessages.to(1).ack().bytes());
            socket.deliver(KernelMessages.to(2).ack().bytes());
        });
        try (Pipeline pipeline = fixture.client()
                .pipeline(PipelineOptions.defaults().batchSize(2).onResult(told::add))) {
            pipeline.submit(LinkFamily.get("a"));
            pipeline.submit(LinkFamily.get("b"));
            pipeline.submit(LinkFamily.get("c"));
            fixture.close();

            assertThatThrownBy(pipeline::finish).isInstanceOf(ClosedClientException.class);
            assertThat(told).extracting(RequestResult::index).containsExactly(0L, 1L);
        }
    }
}
