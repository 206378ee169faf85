package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** A loop that goes when the test says so, with a clock that the test moves. */
public final class ManualLoop implements SocketLoop {

    private record Timer(Runnable task, long time) {}

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private final List<ManualWatch> watches = new ArrayList<>();
    private long now = Long.MAX_VALUE - 1000;
    private boolean ended;

    private final class ManualWatch implements Watch {
        private final Handler handler;
        private boolean reading = true;

        ManualWatch(Handler handler) {
            this.handler = handler;
        }

        @Override
        public void reading(boolean wanted) {
            reading = wanted;
        }

        @Override
        public void release() {
            tasks.add(() -> drop(this, null));
        }
    }

    /** Runs what is to be run, until nothing is left. */
    public void run() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    /** Runs, then tells everybody who wants to hear it that there may be something to read. */
    public void turn() {
        run();
        List.copyOf(watches).stream().filter(w -> w.reading).forEach(w -> w.handler.ready());
        run();
    }

    /** Tells everybody of an error, as epoll does whether they want to read or not. */
    void turnWithError() {
        run();
        List.copyOf(watches).forEach(w -> w.handler.ready());
        run();
    }

    /** Moves the clock and runs what is due. */
    void advance(long nanos) {
        now += nanos;
        List<Timer> due = timers.stream().filter(t -> t.time() - now <= 0).toList();
        timers.removeAll(due);
        due.forEach(t -> t.task().run());
        run();
    }

    /** How many sockets want to be read. */
    long reading() {
        return watches.stream().filter(w -> w.reading).count();
    }

    /** How many sockets are watched. */
    int watching() {
        return watches.size();
    }

    int timers() {
        return timers.size();
    }

    /** Ends as an event loop does that shuts down. */
    void end() {
        run();
        ended = true;
        List.copyOf(watches).forEach(w -> drop(w, null));
    }

    /** Fails to watch what it watches. */
    void fail(Throwable reason) {
        List.copyOf(watches).forEach(w -> drop(w, reason));
    }

    @Override
    public void execute(Runnable task) {
        if (ended) {
            throw new RejectedExecutionException("ended");
        }
        tasks.add(task);
    }

    @Override
    public void schedule(Runnable task, long delayNanos) {
        timers.add(new Timer(task, now + delayNanos));
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public Watch watch(NetlinkSocket socket, Handler handler) {
        if (ended) {
            throw new RejectedExecutionException("ended");
        }
        ManualWatch watch = new ManualWatch(handler);
        watches.add(watch);
        return watch;
    }

    private void drop(ManualWatch watch, Throwable failure) {
        if (watches.remove(watch)) {
            watch.handler.released(failure);
        }
    }
}
