package io.jnetlink.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.AlreadyExistsException;
import io.jnetlink.client.AsyncLimits;
import io.jnetlink.client.AsyncNetlinkClient;
import io.jnetlink.client.Dump;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.MessageFraming;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.RequestTimeoutException;
import io.jnetlink.client.SocketLoop;
import io.jnetlink.client.TooManyRequestsException;
import io.jnetlink.client.netty.EpollSocketLoop;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.nexthops.NexthopFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceLinks;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Many threads with many requests each on one asynchronous client; every answer is checked, many are not waited for. */
@InNetworkNamespace(limitSeconds = 3600)
class AsyncNetlinkClientTortureKernelTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final long PATIENCE_SECONDS = 60;
    private static final int AT_ONCE = 8;
    private static final AsyncLimits LIMITS = new AsyncLimits(128, Torture.THREADS * AT_ONCE);
    private static final int FIRST_NEXTHOP = 1000;

    private final Torture torture = new Torture();
    /** By worker: whether its nexthop may be there, since nobody knows what became of a request. */
    private final boolean[] doubtful = new boolean[Torture.THREADS];

    @Test
    void everyAnswerGoesToTheOneWhoAsked(NamespaceLinks namespace) throws Exception {
        namespace.up("lo");
        NetlinkConfig reliable = NetlinkConfig.route();
        TortureLinks links;
        try (NetlinkClient fixture = NetlinkClient.open(reliable)) {
            links = TortureLinks.make(fixture);
        }
        ProcessResources before = ProcessResources.now();
        IoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        try {
            runOn(EpollSocketLoop.of(group), links);
        } finally {
            group.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        assertThat(group.isTerminated()).isTrue();
        Torture.checkNothingLeaked(before, reliable);
    }

    private void runOn(SocketLoop loop, TortureLinks links) throws Exception {
        NetlinkConfig config = NetlinkConfig.builder(SocketOptions.route())
                .timeout(TIMEOUT)
                .syscalls(LossySyscalls.losingOneIn(5_000))
                .build();
        try (AsyncNetlinkClient client = AsyncNetlinkClient.open(config, MessageFraming.RAW, loop, LIMITS)) {
            torture.run((worker, random) -> act(client, links, worker, random));
            torture.tally().check("get by name", "get by index", "refusal", "nexthop", "dump", "cancelled");
            checkAllPlacesAreFree(client, loop);
            assertThat(client.counters().overruns()).isZero();
            assertThat(client.counters().foreignDatagrams()).isZero();
        }
    }

    /** While the loop stands still nothing ends, so exactly as many requests fit as there are places. */
    private static void checkAllPlacesAreFree(AsyncNetlinkClient client, SocketLoop loop) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch still = new CountDownLatch(1);
        loop.execute(() -> {
            still.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        still.await();
        int places = LIMITS.inFlight() + LIMITS.waiting();
        List<CompletableFuture<?>> asked = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            CompletableFuture<?> one = client.get(TortureLinks.byName(i % TortureLinks.COUNT));
            assertThat(one).as("request %s of %s", i, places).isNotDone();
            asked.add(one);
        }
        assertThat(client.get(TortureLinks.byName(0)))
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(TooManyRequestsException.class);
        go.countDown();
        for (CompletableFuture<?> one : asked) {
            try {
                one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(RequestTimeoutException.class);
            }
        }
    }

    private void act(AsyncNetlinkClient client, TortureLinks links, int worker, Random random) throws Exception {
        int chance = random.nextInt(100);
        if (chance < 5) {
            nexthop(client, worker);
        } else if (chance < 8) {
            dump(client, random);
        } else {
            questions(client, links, worker, random);
        }
    }

    /** Several at a time, some of which are given up at once, some after others were sent. */
    private void questions(AsyncNetlinkClient client, TortureLinks links, int worker, Random random) throws Exception {
        List<CompletableFuture<?>> asked = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            int number = random.nextInt(TortureLinks.COUNT);
            switch (random.nextInt(4)) {
                case 0 -> asked.add(refusal(client, worker));
                case 1 ->
                    asked.add(checked(
                            "get by index",
                            client.get(links.byIndex(number)),
                            answer -> links.checkAnswer(number, answer)));
                default ->
                    asked.add(checked(
                            "get by name",
                            client.get(TortureLinks.byName(number)),
                            answer -> links.checkAnswer(number, answer)));
            }
            if (random.nextInt(10) == 0) {
                asked.get(random.nextInt(asked.size())).cancel(true);
            }
        }
        for (CompletableFuture<?> one : asked) {
            settle(one);
        }
    }

    /** Counts the outcome, and notes what is wrong with an answer, on the loop's thread as soon as it is there. */
    private <T> CompletableFuture<T> checked(String name, CompletableFuture<T> asked, Consumer<? super T> check) {
        asked.whenComplete((answer, failure) -> {
            try {
                if (failure == null) {
                    check.accept(answer);
                    torture.tally().count(name);
                } else {
                    countGivenUp(failure);
                }
            } catch (RuntimeException | Error e) {
                torture.tally().fault(e);
            }
        });
        return asked;
    }

    private CompletableFuture<?> refusal(AsyncNetlinkClient client, int worker) {
        CompletableFuture<?> asked = client.get(TortureLinks.absent(worker));
        asked.whenComplete((answer, failure) -> {
            try {
                if (failure instanceof KernelRejectedException refusal) {
                    TortureLinks.checkRefusal(worker, refusal);
                    torture.tally().count("refusal");
                } else if (failure != null) {
                    countGivenUp(failure);
                } else {
                    throw new AssertionError("nobody has made " + answer);
                }
            } catch (RuntimeException | Error e) {
                torture.tally().fault(e);
            }
        });
        return asked;
    }

    private void countGivenUp(Throwable failure) {
        if (failure instanceof CancellationException) {
            torture.tally().count("cancelled");
        } else if (failure instanceof RequestTimeoutException) {
            torture.tally().count("timed out");
        } else {
            torture.tally().fault(failure);
        }
    }

    /** Waits until it is over, however it ended: that was noted already. */
    private static void settle(CompletableFuture<?> asked) throws InterruptedException, TimeoutException {
        try {
            asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | CancellationException e) {
            assertThat(asked).isCompletedExceptionally();
        }
    }

    private void dump(AsyncNetlinkClient client, Random random) throws Exception {
        CompletableFuture<Dump<Link>> asked =
                checked("dump", client.dump(LinkFamily.list(), DumpPolicy.acceptMarked()), dump -> {
                    TortureLinks.Sighting sighting = new TortureLinks.Sighting();
                    dump.messages()
                            .forEach(link -> sighting.see(
                                    link.attributes().name(), link.attributes().vxlanId()));
                    sighting.checkWhole();
                });
        if (random.nextInt(3) == 0) {
            // Some that wait, and some that the kernel is at.
            if (random.nextBoolean()) {
                settle(client.get(TortureLinks.byName(0)));
            }
            asked.cancel(true);
        }
        settle(asked);
    }

    /** Makes, asks for, and deletes the one that belongs to this thread alone. */
    private void nexthop(AsyncNetlinkClient client, int worker) throws Exception {
        int id = FIRST_NEXTHOP + worker;
        boolean maybeThere = doubtful[worker];
        doubtful[worker] = true;
        try {
            await(client.acknowledge(NexthopFamily.create(id)), AlreadyExistsException.class, maybeThere);
            TortureLinks.checkNexthop(id, await(client.get(NexthopFamily.get(id)), null, false));
            await(client.acknowledge(NexthopFamily.delete(id)), null, false);
            doubtful[worker] = false;
            await(client.get(NexthopFamily.get(id)), NotFoundException.class, true);
            torture.tally().count("nexthop");
        } catch (RequestTimeoutException e) {
            torture.tally().count("timed out");
        }
    }

    /** The answer, or null after a refusal that is all right. */
    private static <T> T await(CompletableFuture<T> asked, Class<?> refusal, boolean allowed) throws Exception {
        try {
            return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RequestTimeoutException timeout) {
                throw timeout;
            }
            if (allowed && refusal.isInstance(e.getCause())) {
                return null;
            }
            throw e;
        }
    }
}
