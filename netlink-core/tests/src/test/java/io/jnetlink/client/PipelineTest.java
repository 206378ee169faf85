package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.socket.SocketFeature;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.testkit.FakeCall;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many requests in one datagram: order, room for the answers, refusals, losses and early ends. */
class PipelineTest {

    private static final int DEFAULT_WINDOW = 166;

    private final VerdictKernel verdicts = new VerdictKernel();
    private final FakeKernel kernel = FakeKernel.respondingBy(verdicts).withVirtualTime();

    private NetlinkClient open(SocketOptions socket) {
        return NetlinkClient.open(NetlinkConfig.builder(socket)
                .syscalls(kernel)
                .timeout(ClientFixture.TIMEOUT)
                .build());
    }

    private NetlinkClient open() {
        return open(ClientFixture.smallSocket());
    }

    private static Request<Link, LinkView> request(int number) {
        return LinkFamily.create(Link.builder().name("a" + number).build());
    }

    private static Stream<Request<Link, LinkView>> requests(int count) {
        return IntStream.range(0, count).mapToObj(PipelineTest::request);
    }

    @Test
    void batchesHoldAsManyRequestsAsThereIsRoomForAnswers() {
        try (NetlinkClient client = open()) {
            PipelineSummary summary = client.pipeline(requests(500), PipelineOptions.defaults());

            assertThat(summary.sent()).isEqualTo(500);
            assertThat(summary.succeeded()).isEqualTo(500);
            assertThat(summary.stopped()).isFalse();
            assertThat(verdicts.batches()).containsExactly(DEFAULT_WINDOW, DEFAULT_WINDOW, DEFAULT_WINDOW, 2);
            assertThat(verdicts.acknowledged()).isEqualTo(500);
            assertThat(kernel.socket().queued()).isZero();
        }
    }

    @Test
    void aLargerReceiveBufferMakesLargerBatches() {
        try (NetlinkClient client = open(ClientFixture.smallSocket().toBuilder()
                .receiveBufferBytes(212_992)
                .build())) {
            client.pipeline(requests(500), PipelineOptions.defaults());

            assertThat(verdicts.batches()).containsExactly(2 * DEFAULT_WINDOW, 500 - 2 * DEFAULT_WINDOW);
        }
    }

    @Test
    void errorsThatEchoTheRequestTakeMoreRoom() {
        SocketOptions uncapped = ClientFixture.smallSocket().toBuilder()
                .without(SocketFeature.CAPPED_ACK)
                .build();
        String longName = "n".repeat(500);
        try (NetlinkClient client = open(uncapped)) {
            client.pipeline(
                    IntStream.range(0, 300)
                            .mapToObj(i -> LinkFamily.create(
                                    Link.builder().name(longName).build())),
                    PipelineOptions.defaults());

            // 292 + 540 bytes of message and 384 behind it: the allocator takes 2048 for them, and 256 describe it.
            assertThat(verdicts.batches().get(0)).isEqualTo(92);
        }
    }

    @Test
    void aBatchIsNoLongerThanTheSendBuffer() {
        SocketOptions small = ClientFixture.smallSocket().toBuilder()
                .sendBufferBytes(2048)
                .receiveBufferBytes(1 << 20)
                .build();
        try (NetlinkClient client = open(small)) {
            PipelineSummary summary = client.pipeline(requests(300), PipelineOptions.defaults());

            assertThat(summary.succeeded()).isEqualTo(300);
            assertThat(kernel.socket().sent()).allSatisfy(d -> assertThat(d).hasSizeLessThanOrEqualTo(4096 - 32));
            assertThat(kernel.socket().sent().get(0)).hasSizeGreaterThan(4096 - 32 - 80);
        }
    }

    @Test
    void aSingleRequestThatIsTooLongIsRefusedByTheKernelAndEndsThePipeline() {
        SocketOptions small =
                ClientFixture.smallSocket().toBuilder().sendBufferBytes(2048).build();
        Request<Link, LinkView> tooLong =
                LinkFamily.create(Link.builder().name("n".repeat(8000)).build());
        try (NetlinkClient client = open(small);
                Pipeline pipeline = client.pipeline(PipelineOptions.defaults())) {
            pipeline.submit(tooLong);

            assertThatThrownBy(pipeline::flush).isInstanceOf(SyscallException.class);
            assertThatThrownBy(() -> pipeline.submit(request(1))).isInstanceOf(IllegalStateException.class);
            client.acknowledge(request(2));
        }
    }

    @Test
    void refusalsStopNothingAndNameTheirRequest() {
        verdicts.refusing(Errno.EEXIST, 1, 4);
        try (NetlinkClient client = open()) {
            PipelineSummary summary = client.pipeline(requests(6), PipelineOptions.defaults());

            assertThat(summary.succeeded()).isEqualTo(4);
            assertThat(summary.failures()).extracting(RequestResult::index).containsExactly(1L, 4L);
            assertThat(summary.failures())
                    .allSatisfy(f -> assertThat(f.refusal()).containsInstanceOf(AlreadyExistsException.class));
            RequestResult last = summary.failures().get(1);
            assertThat(last.refusal().orElseThrow()).hasMessageContaining("request 4");
            assertThat(last.refusal().orElseThrow().request()).contains("a4");
            assertThat(((Link) last.request().body()).attributes().name()).isEqualTo("a4");
        }
    }

    @Test
    void everyResultIsReportedInOrderIfSomebodyListens() {
        verdicts.refusing(Errno.EBUSY, 0, 3);
        List<RequestResult> results = new ArrayList<>();
        List<String> progress = new ArrayList<>();
        PipelineOptions options = PipelineOptions.defaults()
                .batchSize(2)
                .onResult(results::add)
                .onProgress((done, failed) -> progress.add(done + "/" + failed));
        try (NetlinkClient client = open()) {
            client.pipeline(requests(5).toList(), options);
        }
        assertThat(results).extracting(RequestResult::index).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(results).extracting(RequestResult::succeeded).containsExactly(false, true, true, false, true);
        assertThat(progress).containsExactly("2/1", "4/2", "5/2");
    }

    @Test
    void onlyTheLastOfABatchIsAcknowledgedAndErrorsOfTheOthersComeAllTheSame() {
        verdicts.refusing(Errno.EEXIST, 2, 7, 9);
        List<RequestResult> results = new ArrayList<>();
        PipelineOptions options =
                PipelineOptions.defaults().acknowledgingLastOnly().batchSize(5).onResult(results::add);
        try (NetlinkClient client = open()) {
            PipelineSummary summary = client.pipeline(requests(12), options);

            assertThat(summary.failures()).extracting(RequestResult::index).containsExactly(2L, 7L, 9L);
            assertThat(results).hasSize(12);
            assertThat(verdicts.batches()).containsExactly(5, 5, 2);
            assertThat(verdicts.acknowledged()).isEqualTo(3);
        }
    }

    @Test
    void stopsBehindTheBatchInWhichARequestWasRefused() {
        verdicts.refusing(Errno.EPERM, 3);
        try (NetlinkClient client = open()) {
            PipelineSummary summary = client.pipeline(
                    requests(20), PipelineOptions.defaults().batchSize(4).stopOnError());

            assertThat(summary.stopped()).isTrue();
            assertThat(summary.sent()).isEqualTo(4);
            assertThat(summary.succeeded()).isEqualTo(3);
            assertThat(verdicts.batches()).containsExactly(4);
        }
    }

    @Test
    void withABatchOfOneNothingBehindARefusalIsSent() {
        verdicts.refusing(Errno.EPERM, 1);
        try (NetlinkClient client = open();
                Pipeline pipeline =
                        client.pipeline(PipelineOptions.defaults().batchSize(1).stopOnError())) {
            assertThat(pipeline.submit(request(0))).isTrue();
            assertThat(pipeline.submit(request(1))).isTrue();
            assertThat(pipeline.submit(request(2))).isFalse();
            assertThat(pipeline.finish().sent()).isEqualTo(2);
            assertThat(verdicts.batches()).containsExactly(1, 1);
        }
    }

    @Test
    void silenceEndsThePipelineAfterWhatIsKnownWasReported() {
        verdicts.losing(2);
        List<Long> known = new ArrayList<>();
        try (NetlinkClient client = open()) {
            assertThatThrownBy(() -> client.pipeline(
                            requests(4), PipelineOptions.defaults().onResult(r -> known.add(r.index()))))
                    .isInstanceOf(RequestTimeoutException.class)
                    .hasMessageContaining("newlink and 3 more");
            assertThat(known).containsExactly(0L, 1L, 3L);

            client.acknowledge(request(9));
        }
    }

    @Test
    void afterAnOverrunSilenceIsNoSuccess() {
        List<Long> known = new ArrayList<>();
        FakeKernel overrunning = FakeKernel.respondingBy((socket, datagram) -> {
                    socket.deliverError(Errno.ENOBUFS);
                    new VerdictKernel().refusing(Errno.EEXIST, 0).onRequest(socket, datagram);
                })
                .withVirtualTime();
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(overrunning)
                .build();
        PipelineOptions options =
                PipelineOptions.defaults().acknowledgingLastOnly().onResult(r -> known.add(r.index()));
        try (NetlinkClient client = NetlinkClient.open(config)) {
            assertThatThrownBy(() -> client.pipeline(requests(4), options)).isInstanceOf(OverrunException.class);
        }
        assertThat(known).containsExactly(0L, 3L);
    }

    @Test
    void anOverrunThatCostNoAnswerIsNoFailure() {
        FakeKernel overrunning = FakeKernel.respondingBy((socket, datagram) -> {
                    socket.deliverError(Errno.ENOBUFS);
                    new VerdictKernel().onRequest(socket, datagram);
                })
                .withVirtualTime();
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(overrunning)
                .build();
        try (NetlinkClient client = NetlinkClient.open(config)) {
            assertThat(client.pipeline(requests(4), PipelineOptions.defaults()).succeeded())
                    .isEqualTo(4);
        }
    }

    @Test
    void answersToEarlierRequestsAreNotTakenForThoseOfABatch() {
        try (NetlinkClient client = open()) {
            client.acknowledge(request(0));
            kernel.socket()
                    .deliver(KernelMessages.to(1).error(Errno.EPERM, a -> {}).bytes());
            kernel.socket()
                    .deliver(KernelMessages.to(77).error(Errno.EPERM, a -> {}).bytes());

            assertThat(client.pipeline(requests(3), PipelineOptions.defaults()).failures())
                    .isEmpty();
        }
    }

    @Test
    void numbersOfABatchMayRunOverTheEnd() {
        verdicts.refusing(Errno.EEXIST, 2);
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .timeout(ClientFixture.TIMEOUT)
                .build();
        try (NetlinkClient client = NetlinkClient.open(config, MessageFraming.RAW, new SequenceNumbers(0xfffffffdL))) {
            PipelineSummary summary = client.pipeline(requests(5), PipelineOptions.defaults());

            assertThat(summary.failures()).extracting(RequestResult::index).containsExactly(2L);
        }
    }

    @Test
    void closingDropsWhatWasNotSentAndLeavesTheClient() {
        try (NetlinkClient client = open()) {
            try (Pipeline pipeline = client.pipeline(PipelineOptions.defaults().batchSize(3))) {
                requests(5).forEach(pipeline::submit);
            }
            assertThat(verdicts.batches()).containsExactly(3);

            client.acknowledge(request(9));
            assertThat(kernel.socket().queued()).isZero();
        }
    }

    @Test
    void otherRequestsMayStandBetweenTwoBatches() {
        List<String> order = new ArrayList<>();
        try (NetlinkClient client = open();
                Pipeline pipeline =
                        client.pipeline(PipelineOptions.defaults().batchSize(2).onProgress((done, failed) -> {
                            client.acknowledge(request(9));
                            order.add("after " + done);
                        }))) {
            requests(4).forEach(pipeline::submit);

            assertThat(pipeline.finish().succeeded()).isEqualTo(4);
        }
        assertThat(order).containsExactly("after 2", "after 4");
        assertThat(verdicts.batches()).containsExactly(2, 1, 2, 1);
    }

    @Test
    void whatAListenerThrowsEndsThePipelineAndLeavesTheClient() {
        PipelineOptions options = PipelineOptions.defaults().batchSize(2).onResult(r -> {
            throw new IllegalArgumentException("enough");
        });
        try (NetlinkClient client = open();
                Pipeline pipeline = client.pipeline(options)) {
            pipeline.submit(request(0));

            assertThatThrownBy(() -> pipeline.submit(request(1))).hasMessage("enough");
            assertThatThrownBy(pipeline::finish).isInstanceOf(IllegalStateException.class);
            client.acknowledge(request(2));
        }
    }

    @Test
    void aListenerCannotUseItsPipeline() {
        Pipeline[] self = new Pipeline[1];
        PipelineOptions options = PipelineOptions.defaults().onResult(r -> self[0].flush());
        try (NetlinkClient client = open()) {
            self[0] = client.pipeline(options);
            self[0].submit(request(0));

            assertThatThrownBy(self[0]::flush)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("listener");
        }
    }

    @Test
    void aClosedClientRunsNoPipeline() {
        NetlinkClient client = open();
        Pipeline pipeline = client.pipeline(PipelineOptions.defaults());
        pipeline.submit(request(0));
        client.close();

        assertThatThrownBy(pipeline::flush).isInstanceOf(ClosedClientException.class);
        assertThatThrownBy(() -> client.pipeline(PipelineOptions.defaults())).isInstanceOf(ClosedClientException.class);
    }

    @Test
    void anEmptyPipelineSendsNothing() {
        try (NetlinkClient client = open()) {
            PipelineSummary summary = client.pipeline(List.<Request<?, ?>>of(), PipelineOptions.defaults());

            assertThat(summary).isEqualTo(new PipelineSummary(0, List.of(), List.of(), false));
            assertThat(kernel.calls(FakeCall.SEND)).isZero();
        }
        assertThatThrownBy(() -> PipelineOptions.defaults().batchSize(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyMessageOfABatchIsShownToTheObserver() {
        List<Integer> lengths = new ArrayList<>();
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .observer(new MessageObserver() {
                    @Override
                    public void sent(NetlinkBuffer buffer, int offset, int length) {
                        assertThat(buffer.u32(offset)).isEqualTo(length);
                        lengths.add(length);
                    }

                    @Override
                    public void received(NetlinkBuffer buffer, int offset, int length) {
                        lengths.add(-length);
                    }
                })
                .build();
        try (NetlinkClient client = NetlinkClient.open(config)) {
            client.pipeline(requests(3), PipelineOptions.defaults());
        }
        assertThat(lengths).containsExactly(40, 40, 40, -36, -36, -36);
    }

    @Test
    void successCostsNoMemoryBeyondThePipeline() {
        assertThat(allocatedForReading(1_000) - allocatedForReading(100)).isLessThan(900 * 8L);
    }

    /** Measures taking the answers, since the fake kernel allocates for everything else. */
    private static long allocatedForReading(int requests) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Batch batch = new Batch(
                new MessageCodec(MessageFraming.RAW),
                new BatchLimits(requests, Integer.MAX_VALUE, new ReplyBudget(Long.MAX_VALUE, true)),
                false);
        MessageReader reader = new MessageReader();
        Request<Link, LinkView> request = request(0);
        long allocated = 0;
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < requests; i++) {
                batch.add(request, 16);
            }
            SequenceNumbers sequences = new SequenceNumbers(0);
            batch.number(sequences);
            List<NetlinkBuffer> answers = new ArrayList<>();
            for (int i = 1; i <= requests; i++) {
                answers.add(NetlinkBuffer.wrap(KernelMessages.to(i).ack().bytes()));
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < requests; i++) {
                reader.wrap(answers.get(i), 0, 36).next();
                batch.take(reader);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(batch.hasEnded()).isTrue();
            batch.clear();
        }
        return allocated;
    }
}
