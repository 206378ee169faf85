package io.jnetlink.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void handsOutTheResultOfADaemonThread() {
        Thread thread = Watchdog.call("a call", LONG, Thread::currentThread);

        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread).isNotSameAs(Thread.currentThread());
    }

    @Test
    void failuresComeOutAsTheyAre() {
        AssertionError error = new AssertionError("inside");
        assertThatThrownBy(() -> Watchdog.run("a test", LONG, () -> {
                    throw error;
                }))
                .isSameAs(error);
        assertThatThrownBy(() -> Watchdog.run("a test", LONG, () -> {
                    throw new IOException("inside");
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void stopsWaitingForWhatHangsAndSaysWhereAndWhy() throws Exception {
        AtomicReference<Thread> hanging = new AtomicReference<>();
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> Watchdog.run("a test", Duration.ofMillis(50), () -> {
                    hanging.set(Thread.currentThread());
                    never.await();
                }))
                .isInstanceOf(StuckKernelException.class)
                .hasMessageStartingWith("a test did not end within 0 s. If \"unshare -n true\" does not return")
                .hasMessageContaining("only a reboot")
                .hasMessageContaining("java.util.concurrent.CountDownLatch.await");
        hanging.get().join(10_000);
        assertThat(hanging.get().isAlive()).isFalse();
    }
}
