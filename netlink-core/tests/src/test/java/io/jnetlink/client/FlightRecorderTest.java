package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.jnetlink.client.internal.jfr.BatchEvent;
import io.jnetlink.client.internal.jfr.OverrunEvent;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeKernel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recording of the JDK Flight Recorder holds. */
class FlightRecorderTest {

    private static final String REQUEST = "io.jnetlink.Request";
    private static final String DUMP = "io.jnetlink.Dump";
    private static final String BATCH = "io.jnetlink.Batch";
    private static final String OVERRUN = "io.jnetlink.Overrun";
    private static final Request<Link, LinkView> LIST = LinkFamily.list();
    private static final Link A1 = Link.builder().index(2).name("a1").build();

    @TempDir
    private Path directory;

    private List<RecordedEvent> recording(String event, Runnable work) throws IOException {
        Path file = directory.resolve("events.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(event);
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(e -> e.getEventType().getName().equals(event))
                .toList();
    }

    @Test
    void aRequestIsAnEvent() throws IOException {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).link(2, "a1").ack())) {
            List<RecordedEvent> events =
                    recording(REQUEST, () -> fixture.client().get(LinkFamily.get("a1")));

            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.getString("family")).isEqualTo("link");
                assertThat(event.getString("operation")).isEqualTo("getlink");
                assertThat(event.getLong("bytesSent")).isEqualTo(40);
                assertThat(event.getLong("bytesReceived")).isEqualTo(40 + 36);
                assertThat(event.getInt("messages")).isEqualTo(1);
                assertThat(event.getInt("errno")).isZero();
                assertThat(event.getString("failure")).isNull();
                assertThat(event.getDuration()).isGreaterThanOrEqualTo(Duration.ZERO);
                assertThat(event.getThread().getJavaThreadId())
                        .isEqualTo(Thread.currentThread().getId());
                assertThat(event.getStackTrace()).isNull();
            });
        }
    }

    @Test
    void aRefusalCarriesItsNumber() throws IOException {
        try (ClientFixture fixture =
                ClientFixture.open().answer(r -> KernelMessages.to(r).error(Errno.EEXIST, ack -> {}))) {
            List<RecordedEvent> events = recording(
                    REQUEST,
                    () -> assertThatThrownBy(() -> fixture.client().acknowledge(LinkFamily.create(A1)))
                            .isInstanceOf(AlreadyExistsException.class));

            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.getString("operation")).isEqualTo("newlink");
                assertThat(event.getInt("errno")).isEqualTo(Errno.EEXIST);
                assertThat(event.getInt("messages")).isZero();
                assertThat(event.getString("failure")).isEqualTo("AlreadyExistsException");
            });
        }
    }

    @Test
    void silenceIsAFailureWithoutANumber() throws IOException {
        try (ClientFixture fixture = ClientFixture.open().silence()) {
            List<RecordedEvent> events = recording(
                    REQUEST,
                    () -> assertThatThrownBy(() -> fixture.client().acknowledge(LinkFamily.create(A1)))
                            .isInstanceOf(RequestTimeoutException.class));

            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.getInt("errno")).isZero();
                assertThat(event.getString("failure")).isEqualTo("RequestTimeoutException");
                assertThat(event.getLong("bytesReceived")).isZero();
            });
        }
    }

    @Test
    void dumpsAreEventsOfTheirOwn() throws IOException {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(
                        r -> KernelMessages.to(r).part(1, "lo"),
                        r -> KernelMessages.to(r).disturbedPart(2, "a1").done())
                .answer(r -> KernelMessages.to(r).done())
                .answer(r -> KernelMessages.to(r).ack())) {
            List<RecordedEvent> events = recording(DUMP, () -> {
                fixture.client().dump(LinkFamily.list());
                fixture.client().dump(LinkFamily.list(), view -> {});
                fixture.client().acknowledge(LinkFamily.create(A1));
            });

            assertThat(events).hasSize(2);
            assertThat(events).extracting(e -> e.getInt("messages")).containsExactly(2, 0);
            assertThat(events).extracting(e -> e.getBoolean("interrupted")).containsExactly(true, false);
            assertThat(events).extracting(e -> e.getString("operation")).containsOnly("getlink");
        }
    }

    @Test
    void aCallersMistakeEndsTheEvent() throws IOException {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).part(1, "lo").done())) {
            List<RecordedEvent> events = recording(
                    DUMP,
                    () -> assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list(), view -> {
                                throw new StackOverflowError("not ours");
                            }))
                            .hasMessage("not ours"));

            assertThat(events)
                    .singleElement()
                    .satisfies(e -> assertThat(e.getString("failure")).isEqualTo("StackOverflowError"));
        }
    }

    @Test
    void requestsThatAreSentTogetherAreOneEvent() throws IOException {
        try (ClientFixture fixture = ClientFixture.open().answerBy((socket, datagram) -> {
            socket.deliver(KernelMessages.to(1).ack().bytes());
            socket.deliver(KernelMessages.to(2).error(Errno.EBUSY, ack -> {}).bytes());
            socket.deliver(KernelMessages.to(3).error(Errno.EEXIST, ack -> {}).bytes());
        })) {
            List<RecordedEvent> events = recording(BATCH, () -> {
                try (Pipeline pipeline = fixture.client().pipeline(PipelineOptions.defaults())) {
                    pipeline.submit(LinkFamily.create(A1));
                    pipeline.submit(LinkFamily.create(A1));
                    pipeline.submit(LinkFamily.create(A1));
                    pipeline.finish();
                }
            });

            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.getString("family")).isEqualTo("link");
                assertThat(event.getString("operation")).isEqualTo("newlink");
                assertThat(event.getInt("requests")).isEqualTo(3);
                assertThat(event.getInt("refused")).isEqualTo(2);
                assertThat(event.getInt("errno")).isEqualTo(Errno.EBUSY);
                assertThat(event.getLong("bytesSent")).isEqualTo(120);
                assertThat(event.getLong("bytesReceived")).isEqualTo(3 * 36);
                assertThat(event.getString("failure")).isNull();
            });
        }
    }

    /** A client on a loop that the test drives, of a kernel that answers at once. */
    private List<RecordedEvent> recordingAsync(
            String event, Function<ByteBuffer, KernelMessages> answer, BiConsumer<AsyncNetlinkClient, ManualLoop> work)
            throws IOException {
        FakeKernel kernel = FakeKernel.answering(r -> List.of(answer.apply(r).bytes()));
        ManualLoop loop = new ManualLoop();
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();
        try (AsyncNetlinkClient client = AsyncNetlinkClient.open(config, loop)) {
            return recording(event, () -> work.accept(client, loop));
        } finally {
            loop.run();
        }
    }

    @Test
    void asynchronousRequestsAreEventsToo() throws IOException {
        List<RecordedEvent> events =
                recordingAsync(REQUEST, r -> KernelMessages.to(r).link(2, "a1").ack(), (client, loop) -> {
                    client.get(LinkFamily.get("a1"));
                    client.acknowledge(LinkFamily.create(A1));
                    loop.turn();
                });

        assertThat(events).extracting(e -> e.getString("operation")).containsExactly("getlink", "newlink");
        assertThat(events).first().satisfies(event -> {
            assertThat(event.getString("family")).isEqualTo("link");
            assertThat(event.getLong("bytesSent")).isEqualTo(40);
            assertThat(event.getLong("bytesReceived")).isEqualTo(40 + 36);
            assertThat(event.getInt("messages")).isEqualTo(1);
            assertThat(event.getInt("errno")).isZero();
            assertThat(event.getString("failure")).isNull();
        });
    }

    @Test
    void asynchronousRefusalsAndCancellationsAreTold() throws IOException {
        List<RecordedEvent> refused =
                recordingAsync(REQUEST, r -> KernelMessages.to(r).error(Errno.EEXIST, ack -> {}), (client, loop) -> {
                    client.acknowledge(LinkFamily.create(A1));
                    loop.turn();
                });
        List<RecordedEvent> cancelled = recordingAsync(REQUEST, r -> KernelMessages.to(900), (client, loop) -> {
            var future = client.acknowledge(LinkFamily.create(A1));
            loop.turn();
            future.cancel(false);
            loop.turn();
        });

        assertThat(refused).singleElement().satisfies(event -> {
            assertThat(event.getInt("errno")).isEqualTo(Errno.EEXIST);
            assertThat(event.getString("failure")).isEqualTo("AlreadyExistsException");
        });
        assertThat(cancelled).singleElement().satisfies(event -> {
            assertThat(event.getInt("errno")).isZero();
            assertThat(event.getString("failure")).isEqualTo("CancellationException");
        });
    }

    @Test
    void asynchronousDumpsAndStreamsAreEvents() throws IOException {
        List<RecordedEvent> events = recordingAsync(
                DUMP,
                r -> KernelMessages.to(r).part(1, "lo").disturbedPart(2, "a1").done(),
                (client, loop) -> {
                    client.dump(LinkFamily.list(), DumpPolicy.acceptMarked());
                    DumpListener<DumpStep<Link>> listener = new DumpListener<>();
                    client.stream(LinkFamily.list(), DumpPolicy.acceptMarked()).subscribe(listener);
                    loop.turn();
                    listener.request(10);
                    loop.turn();
                    DumpListener<Link> impatient = new DumpListener<>();
                    client.stream(LinkFamily.list()).subscribe(impatient);
                    loop.turn();
                    impatient.request(1);
                    loop.turn();
                });

        assertThat(events).hasSize(3);
        assertThat(events).extracting(e -> e.getInt("messages")).containsOnly(2);
        assertThat(events).extracting(e -> e.getBoolean("interrupted")).containsOnly(true);
        assertThat(events).extracting(e -> e.getLong("bytesSent")).containsOnly(32L);
        assertThat(events)
                .extracting(e -> e.getString("failure"))
                .containsExactly(null, null, "DumpInterruptedException");
    }

    @Test
    void overrunsOfRequestsAreEvents() throws IOException {
        try (ClientFixture fixture =
                ClientFixture.open().answerBy((socket, request) -> socket.deliverError(Errno.ENOBUFS))) {
            List<RecordedEvent> events = recording(
                    OVERRUN,
                    () -> assertThatThrownBy(() -> fixture.client().acknowledge(LinkFamily.create(A1)))
                            .isInstanceOf(OverrunException.class));

            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.getString("receiver")).isEqualTo("newlink");
                assertThat(event.getLong("count")).isEqualTo(1);
            });
        }
    }

    @Test
    void overrunsOfSubscriptionsAreEvents() throws IOException {
        FakeKernel kernel = FakeKernel.silent().withVirtualTime();
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();
        try (Subscription subscription = Subscription.open(config, MessageFraming.RAW, GroupChoice.of(Set.of(1)))) {
            kernel.socket().deliverError(Errno.ENOBUFS);
            List<RecordedEvent> events = recording(
                    OVERRUN, () -> assertThat(subscription.next(Duration.ZERO)).contains(new Overrun(1)));

            assertThat(events)
                    .singleElement()
                    .satisfies(e -> assertThat(e.getString("receiver")).isEqualTo("subscription"));
        }
    }

    @Test
    void withoutARecordingNothingIsAllocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int calls = 100_000;
        askForEvents(calls);
        long before = threads.getCurrentThreadAllocatedBytes();
        askForEvents(calls);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(calls);
    }

    private static void askForEvents(int calls) {
        for (int i = 0; i < calls; i++) {
            assertThatNoEventIsMade(ExchangeRecording.beginIfRecorded(LIST, (i & 1) == 0));
            assertThatNoEventIsMade(BatchEvent.beginIfRecorded());
            OverrunEvent.report("getlink", i);
        }
    }

    private static void assertThatNoEventIsMade(@Nullable Object event) {
        if (event != null) {
            throw new AssertionError("a recording is running");
        }
    }
}
