package io.jnetlink.client.netty;

import io.jnetlink.client.SocketLoop;
import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import io.netty.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A descriptor in Netty's epoll set, level-triggered.
 *
 * <p>Thread-safe: all is passed on to the loop's thread. Never closes the descriptor, which belongs to the netlink socket.
 */
final class EpollWatch implements EpollIoHandle, SocketLoop.Watch {

    private static final Logger LOG = LoggerFactory.getLogger(EpollWatch.class);

    private final IoEventLoop loop;
    private final FileDescriptor descriptor;
    private final Consumer<@Nullable Throwable> onRelease;
    private final Runnable onReady;
    private final AtomicBoolean released = new AtomicBoolean();
    private @Nullable IoRegistration registration;
    private boolean reading = true;
    private @Nullable Throwable failure;
    private boolean releasing;

    EpollWatch(IoEventLoop loop, int descriptor, Consumer<@Nullable Throwable> onRelease, Runnable onReady) {
        this.loop = loop;
        this.descriptor = new FileDescriptor(descriptor);
        this.onRelease = onRelease;
        this.onReady = onReady;
    }

    void start() {
        loop.register(this).addListener((Future<IoRegistration> outcome) -> registered(outcome));
    }

    @Override
    public void reading(boolean wanted) {
        onLoop(() -> {
            reading = wanted;
            applyInterest();
        });
    }

    @Override
    public void release() {
        onLoop(this::cancel);
    }

    @Override
    public FileDescriptor fd() {
        return descriptor;
    }

    @Override
    public void handle(IoRegistration source, IoEvent event) {
        if (!releasing) {
            guarded(onReady);
        }
    }

    @Override
    public void unregistered() {
        finish();
    }

    @Override
    public void close() {
        finish();
    }

    private void registered(Future<IoRegistration> outcome) {
        if (!outcome.isSuccess()) {
            failure = outcome.cause();
            finish();
            return;
        }
        registration = outcome.getNow();
        if (releasing) {
            cancel();
        } else {
            // Registering alone asks for errors only.
            applyInterest();
        }
    }

    private void applyInterest() {
        if (registration == null || releasing) {
            return;
        }
        try {
            // No interest at all would take the descriptor out of the set for good; errors are told of in any case.
            registration.submit(reading ? EpollIoOps.EPOLLIN : EpollIoOps.EPOLLERR);
        } catch (RuntimeException e) {
            failure = e;
            cancel();
        }
    }

    /** Leads to {@link #unregistered()}, with the descriptor still open. */
    private void cancel() {
        releasing = true;
        if (registration != null) {
            registration.cancel();
        }
    }

    /** Tells the handler that it is over; on the loop's thread, or when that has ended. */
    void finish() {
        releasing = true;
        if (released.compareAndSet(false, true)) {
            guarded(() -> onRelease.accept(failure));
        }
    }

    /** What is thrown into the loop would stop all that is on it for a second. */
    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("A handler of a netlink socket threw", e);
        }
    }

    /** Never at once, so that a handler can release its socket while it reads from it. */
    private void onLoop(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.trace("The loop has ended, and has released what it watched", e);
        }
    }
}
