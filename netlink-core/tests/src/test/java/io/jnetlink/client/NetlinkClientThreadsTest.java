package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.testkit.FakeKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One client, several threads. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NetlinkClientThreadsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void closingEndsTheWaitOfTheOneWhoAskedAndOfThoseWhoQueue() throws Exception {
        FakeKernel kernel = FakeKernel.silent();
        NetlinkClient client = NetlinkClient.open(NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build());
        List<Future<?>> asking = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            asking.add(threads.submit(() -> client.get(LinkFamily.get("a1"))));
        }
        kernel.awaitPolling(1);

        client.close();

        for (Future<?> one : asking) {
            assertThatThrownBy(() -> one.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ClosedClientException.class);
        }
        assertThat(kernel.openDescriptors()).isZero();
        assertThat(kernel.badDescriptorUses()).isZero();
    }

    @Test
    void anInterruptEndsTheWaitAndTheClientGoesOn() throws Exception {
        try (ClientFixture fixture = ClientFixture.inRealTime()
                .silence()
                .answer(
                        r -> KernelMessages.to(1).link(2, "late").ack(),
                        r -> KernelMessages.to(r).link(3, "a2").ack())) {
            FutureTask<Boolean> asking = new FutureTask<>(() -> {
                assertThatThrownBy(() -> fixture.client().get(LinkFamily.get("a1")))
                        .isInstanceOf(RequestInterruptedException.class)
                        .hasMessage("getlink: interrupted while waiting for the kernel");
                return Thread.currentThread().isInterrupted();
            });
            Thread thread = new Thread(asking);
            thread.start();
            fixture.kernel().awaitPolling(1);
            thread.interrupt();

            assertThat(asking.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(fixture.client().get(LinkFamily.get("a2")))
                    .map(Link::index)
                    .contains(3);
        }
    }

    @Test
    void anInterruptEndsTheWaitForTheTurnToo() throws Exception {
        try (ClientFixture fixture = ClientFixture.inRealTime().silence()) {
            Future<?> first = threads.submit(() -> fixture.client().get(LinkFamily.get("a1")));
            fixture.kernel().awaitPolling(1);
            FutureTask<Boolean> second = new FutureTask<>(() -> {
                assertThatThrownBy(() -> fixture.client().get(LinkFamily.get("a2")))
                        .isInstanceOf(RequestInterruptedException.class);
                return Thread.currentThread().isInterrupted();
            });
            Thread thread = new Thread(second);
            thread.start();
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            thread.interrupt();

            assertThat(second.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(fixture.socket().sent()).hasSize(1);
            fixture.client().close();
            assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(ClosedClientException.class);
        }
    }

    @Test
    void anInterruptedThreadStillGetsAnAnswerThatIsThere() {
        try (ClientFixture fixture = ClientFixture.inRealTime()
                .answer(r -> KernelMessages.to(r).link(2, "a1").ack())) {
            Thread.currentThread().interrupt();

            assertThat(fixture.client().get(LinkFamily.get("a1"))).isPresent();
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aDumpThatWasInterruptedIsReadToItsEndBeforeTheNext() throws Exception {
        try (ClientFixture fixture = ClientFixture.inRealTime()
                .answer(r -> KernelMessages.to(r).part(1, "lo"))
                .answer(r -> KernelMessages.to(r).part(3, "b1").done())) {
            CountDownLatch ended = new CountDownLatch(1);
            Thread thread = new Thread(() -> {
                try {
                    fixture.client().dump(LinkFamily.list());
                } catch (RequestInterruptedException e) {
                    ended.countDown();
                }
            });
            thread.start();
            fixture.kernel().awaitPolling(1);
            thread.interrupt();
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
            fixture.socket().deliver(KernelMessages.to(1).part(2, "a1").done().bytes());

            assertThat(fixture.client().dump(LinkFamily.list()).messages())
                    .extracting(Link::index)
                    .containsExactly(3);
        }
    }

    @Test
    void requestsOfSeveralThreadsTakeTurnsAndEachGetsItsOwnAnswer() throws Exception {
        FakeKernel kernel = FakeKernel.answering(request -> {
            // The index asked for is in the body, and comes back as the index of the answer.
            return List.of(KernelMessages.to(request)
                    .link(request.getInt(20), "a1")
                    .ack()
                    .bytes());
        });
        try (NetlinkClient client = NetlinkClient.open(NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build())) {
            List<Future<Boolean>> askers = new ArrayList<>();
            for (int asker = 0; asker < 8; asker++) {
                int first = 1000 * asker;
                askers.add(threads.submit(() -> asksFor(client, first, 200)));
            }
            for (Future<Boolean> asker : askers) {
                assertThat(asker.get(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(client.counters().datagramsSent()).isEqualTo(1600);
        }
    }

    private static boolean asksFor(NetlinkClient client, int first, int count) {
        for (int index = first; index < first + count; index++) {
            Link asked = Link.builder().index(index).build();
            int answered = client.get(Request.of(LinkFamily.GETLINK, asked))
                    .orElseThrow()
                    .index();
            if (answered != index) {
                return false;
            }
        }
        return true;
    }
}
