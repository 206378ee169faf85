package io.jnetlink.sys.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CloseGuardTest {

    private final AtomicInteger releases = new AtomicInteger();
    private final CloseGuard guard = new CloseGuard(releases::incrementAndGet);

    @Test
    void aClosedGuardReleasesAtOnceWhenNobodyIsInside() {
        assertThat(guard.enter()).isTrue();
        guard.leave();
        assertThat(guard.isClosed()).isFalse();

        assertThat(guard.close()).isTrue();
        assertThat(releases).hasValue(0);
        guard.leave();

        assertThat(releases).hasValue(1);
        assertThat(guard.isClosed()).isTrue();
    }

    @Test
    void theLastOneOutReleases() {
        guard.enter();
        guard.enter();
        guard.close();
        guard.leave();
        guard.leave();
        assertThat(releases).hasValue(0);
        guard.leave();
        assertThat(releases).hasValue(1);
    }

    @Test
    void nobodyGetsInAfterTheCloseAndClosingTwiceIsClosingOnce() {
        guard.enter();
        assertThat(guard.close()).isTrue();
        assertThat(guard.enter()).isFalse();
        assertThat(guard.close()).isFalse();
        guard.leave();
        guard.leave();
        assertThat(guard.enter()).isFalse();
        assertThat(guard.close()).isFalse();
        assertThat(releases).hasValue(1);
    }

    @Test
    void neverReleasesWithAThreadInside() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 200; round++) {
                AtomicInteger inside = new AtomicInteger();
                AtomicInteger insideAtRelease = new AtomicInteger(-1);
                CloseGuard shared = new CloseGuard(() -> insideAtRelease.set(inside.get()));
                CyclicBarrier start = new CyclicBarrier(4);
                List<Future<?>> futures = new ArrayList<>();
                for (int user = 0; user < 3; user++) {
                    futures.add(threads.submit(() -> use(shared, start, inside)));
                }
                futures.add(threads.submit(() -> {
                    start.await();
                    shared.close();
                    shared.leave();
                    return null;
                }));
                for (Future<?> future : futures) {
                    future.get(30, TimeUnit.SECONDS);
                }
                assertThat(insideAtRelease).hasValue(0);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Void use(CloseGuard guard, CyclicBarrier start, AtomicInteger inside) throws Exception {
        start.await();
        while (guard.enter()) {
            inside.incrementAndGet();
            inside.decrementAndGet();
            guard.leave();
        }
        return null;
    }
}
