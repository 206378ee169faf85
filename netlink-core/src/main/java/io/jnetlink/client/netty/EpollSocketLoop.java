package io.jnetlink.client.netty;

import io.jnetlink.client.SocketLoop;
import io.jnetlink.socket.NetlinkSocket;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoEventLoopGroup;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * One event loop of Netty, made with an {@code EpollIoHandler}, that watches netlink sockets.
 *
 * <pre>{@code
 * IoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
 * SocketLoop loop = EpollSocketLoop.of(group);
 * }</pre>
 *
 * <p>Thread-safe. The group stays the caller's: when it shuts down, clients and subscriptions on it end. The loop's thread
 * is in no particular network namespace; a socket stays in the one in which it was opened.
 */
public final class EpollSocketLoop implements SocketLoop {

    private final IoEventLoop loop;
    /** Netty takes a second registration of a descriptor for the first one. */
    private final Map<Integer, EpollWatch> watched = new ConcurrentHashMap<>();

    private EpollSocketLoop(IoEventLoop loop) {
        this.loop = loop;
        // A loop that is shut down without a quiet period may end without a word to what it watched.
        loop.terminationFuture().addListener(ended -> watched.values().forEach(EpollWatch::finish));
    }

    /**
     * The next loop of a group. Several clients may share what this returns.
     *
     * @throws IllegalArgumentException if the group's loops are not made for epoll
     */
    public static EpollSocketLoop of(IoEventLoopGroup group) {
        IoEventLoop next = group.next();
        if (!next.isCompatible(EpollWatch.class)) {
            throw new IllegalArgumentException("netlink sockets need a group whose loops are made for epoll");
        }
        return new EpollSocketLoop(next);
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public void schedule(Runnable task, long delayNanos) {
        loop.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    /**
     * @throws RejectedExecutionException if the loop has ended
     * @throws IllegalStateException if this loop watches the socket already
     */
    @Override
    public Watch watch(NetlinkSocket socket, Handler handler) {
        if (loop.isShuttingDown()) {
            throw new RejectedExecutionException("the event loop has ended");
        }
        int descriptor = socket.descriptor();
        EpollWatch watch = new EpollWatch(
                loop,
                descriptor,
                failure -> {
                    watched.remove(descriptor);
                    handler.released(failure);
                },
                handler::ready);
        if (watched.putIfAbsent(descriptor, watch) != null) {
            throw new IllegalStateException("the loop watches " + socket + " already");
        }
        start(watch, descriptor);
        return watch;
    }

    private void start(EpollWatch watch, int descriptor) {
        try {
            watch.start();
        } catch (RejectedExecutionException e) {
            watched.remove(descriptor);
            throw e;
        }
        if (loop.isTerminated()) {
            watch.finish();
        }
    }
}
