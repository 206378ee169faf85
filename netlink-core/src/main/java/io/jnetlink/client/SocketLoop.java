package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;
import org.jspecify.annotations.Nullable;

/**
 * A loop on one thread that watches sockets and runs tasks: what an {@link AsyncNetlinkClient} runs on.
 *
 * <p>Implementations are thread-safe. Everything that is handed to one runs on its thread, one after the other.
 */
public interface SocketLoop {

    /**
     * Runs a task on the loop's thread, after those that were handed in before.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the loop has ended
     */
    void execute(Runnable task);

    /**
     * Runs a task on the loop's thread when a time has passed; never, if the loop ends before.
     *
     * @param delayNanos nanoseconds from now
     */
    void schedule(Runnable task, long delayNanos);

    /** The time that delays are measured by, in nanoseconds. */
    long nanoTime();

    /**
     * Watches a socket, for reading at first. May be called from any thread.
     *
     * @param socket not watched by any loop yet; the handler closes it once it is released
     * @param handler is called on the loop's thread
     * @return the way to stop
     */
    Watch watch(NetlinkSocket socket, Handler handler);

    /** Is told what happens to a watched socket. */
    interface Handler {

        /**
         * There may be something to read. Called again and again until all is read; also called while reading is off, if the
         * socket has an error: one read takes that away. Throws nothing.
         */
        void ready();

        /**
         * The loop does not watch the socket any more. Called exactly once, after {@link Watch#release}, when the loop ends,
         * or when watching failed; nothing is called afterwards. On the loop's thread, unless that has ended. Throws nothing.
         *
         * @param failure why, if watching failed
         */
        void released(@Nullable Throwable failure);
    }

    /** A watched socket. Its methods may be called from any thread. */
    interface Watch {

        /** Says whether the handler wants to hear that there is something to read. */
        void reading(boolean wanted);

        /** Stops watching; the handler is told when that is done, never within this call. Doing so twice does nothing. */
        void release();
    }
}
