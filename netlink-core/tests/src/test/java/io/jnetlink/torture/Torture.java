package io.jnetlink.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Many threads that do one thing after the other for a while.
 *
 * <p>Seconds by the system property {@code jnetlink.torture.seconds}, 3 by default. Not thread-safe.
 */
final class Torture {

    static final int THREADS = 64;

    private static final long SECONDS = Long.getLong("jnetlink.torture.seconds", 3);
    private static final long JOIN_MILLIS = 60_000;
    /** Opened and closed one after the other, to see that nothing of them stays. */
    private static final int SHORT_LIVES = 200;

    private static final int COLLECTIONS = 200;

    private final TortureTally tally = new TortureTally();
    private final List<Thread> threads = new ArrayList<>();

    /** One thing to do, again and again. */
    interface Deed {

        /**
         * Does it; what it throws is a fault.
         *
         * @param worker number of the thread
         * @param random for this thread alone
         */
        void run(int worker, Random random) throws Exception;
    }

    TortureTally tally() {
        return tally;
    }

    /** Interrupts one of the threads, whatever it does just now. */
    void interruptAny() {
        threads.get(ThreadLocalRandom.current().nextInt(threads.size())).interrupt();
    }

    /** Does it on all threads until the time is over or something went wrong, and waits for their end. */
    void run(Deed deed) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        for (int number = 0; number < THREADS; number++) {
            int worker = number;
            threads.add(new Thread(() -> work(deed, worker, end), "torture-" + worker));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS) + JOIN_MILLIS);
            assertThat(thread.isAlive())
                    .as("%s hangs; counted: %s", thread, tally)
                    .isFalse();
        }
        if (SECONDS >= 10) {
            System.out.println("torture, " + SECONDS + " s on " + THREADS + " threads: " + tally);
        }
    }

    private void work(Deed deed, int worker, long end) {
        Random random = new Random(worker);
        while (System.nanoTime() - end < 0 && tally.isFaultless()) {
            try {
                deed.run(worker, random);
            } catch (Exception | AssertionError e) {
                tally.fault(e);
            }
        }
    }

    /** Fails if something is held that was not held before, once clients that came later are closed too. */
    static void checkNothingLeaked(ProcessResources before, NetlinkConfig config) {
        for (int life = 0; life < SHORT_LIVES; life++) {
            NetlinkClient.open(config).close();
        }
        ProcessResources after = ProcessResources.now();
        long room = 4L * config.socket().datagramCapacity();
        for (int i = 0; i < COLLECTIONS && (after.reserved() > before.reserved() + room); i++) {
            // Buffers are given back once they are collected, and the next client is opened.
            System.gc();
            NetlinkClient.open(config).close();
            after = ProcessResources.now();
        }
        assertThat(after.descriptors()).as("descriptors").isEqualTo(before.descriptors());
        assertThat(after.reserved()).as("receive buffers").isLessThanOrEqualTo(before.reserved() + room);
        assertThat(after.directMemory()).as("direct memory").isLessThanOrEqualTo(before.directMemory() + room);
        Set<String> more = new HashSet<>(after.threads());
        more.removeAll(before.threads());
        assertThat(more).as("threads").isEmpty();
    }
}
