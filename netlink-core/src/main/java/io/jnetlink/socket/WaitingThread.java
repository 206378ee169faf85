package io.jnetlink.socket;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Waits in the kernel on behalf of a virtual thread, which parks meanwhile.
 *
 * <p>A thread that waits in native code holds the thread that carries it, and there are as few of those as processors: a
 * handful of waiting virtual threads would stop all others. So this has a platform thread, made when it is needed and gone when
 * it has not been needed for a while. Thread-safe; one wait at a time.
 */
final class WaitingThread {

    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            0, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), WaitingThread::newThread);

    /**
     * Lets the wait run there, and parks until it is over.
     *
     * @param onInterrupt makes the wait end; called when the calling thread is interrupted, which stays marked so
     */
    <T> T await(Callable<T> wait, Runnable onInterrupt) {
        Future<T> outcome = executor.submit(wait);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return outcome.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    onInterrupt.run();
                }
            }
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the thread once nobody waits. */
    void release() {
        executor.shutdown();
    }

    private static Thread newThread(Runnable task) {
        // Nothing of the thread that happens to wait first is to live on in this one.
        Thread thread = new Thread(null, task, "netlink-wait", 0, false);
        thread.setDaemon(true);
        return thread;
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }
}
