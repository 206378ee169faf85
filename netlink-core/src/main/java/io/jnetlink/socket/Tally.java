package io.jnetlink.socket;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what a socket does. Sends are counted by any thread, the rest by the receiving one only; all may be read by any. */
final class Tally {

    private final AtomicLong datagramsSent = new AtomicLong();
    private final AtomicLong bytesSent = new AtomicLong();
    private final AtomicLong datagramsReceived = new AtomicLong();
    private final AtomicLong bytesReceived = new AtomicLong();
    private final AtomicLong foreignDatagrams = new AtomicLong();
    private final AtomicLong overruns = new AtomicLong();

    void sent(int bytes) {
        datagramsSent.incrementAndGet();
        bytesSent.addAndGet(bytes);
    }

    void received(int bytes) {
        add(datagramsReceived, 1);
        add(bytesReceived, bytes);
    }

    void foreign() {
        add(foreignDatagrams, 1);
    }

    void overrun() {
        add(overruns, 1);
    }

    SocketCounters counters() {
        return new SocketCounters(
                datagramsSent.get(),
                bytesSent.get(),
                datagramsReceived.get(),
                bytesReceived.get(),
                foreignDatagrams.get(),
                overruns.get());
    }

    /** With one writer the full price of an atomic increment need not be paid. */
    private static void add(AtomicLong counter, long by) {
        counter.lazySet(counter.get() + by);
    }
}
