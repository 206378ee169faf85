package io.jnetlink.ovs.upcall;

import io.jnetlink.client.SocketLoop;
import io.jnetlink.socket.NetlinkSocket;
import java.util.ArrayList;
import java.util.List;

/** A loop that runs when a test says so, on the thread of the test. */
final class ManualLoop implements SocketLoop {

    private final List<Handler> watched = new ArrayList<>();
    private final List<Runnable> tasks = new ArrayList<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void schedule(Runnable task, long delayNanos) {
        throw new UnsupportedOperationException("no clock");
    }

    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public Watch watch(NetlinkSocket socket, Handler handler) {
        watched.add(handler);
        return new Watch() {
            @Override
            public void reading(boolean wanted) {
                throw new UnsupportedOperationException("reading is always on");
            }

            @Override
            public void release() {
                execute(() -> {
                    if (watched.remove(handler)) {
                        handler.released(null);
                    }
                });
            }
        };
    }

    /** Tells all handlers once that there may be something to read, then runs the tasks. */
    void turn() {
        List.copyOf(watched).forEach(Handler::ready);
        List<Runnable> due = List.copyOf(tasks);
        tasks.clear();
        due.forEach(Runnable::run);
    }

    int sockets() {
        return watched.size();
    }
}
