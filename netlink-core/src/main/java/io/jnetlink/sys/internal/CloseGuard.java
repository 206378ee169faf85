package io.jnetlink.sys.internal;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a resource be closed while threads use it: it is released by the last one out, and nobody gets in after the close.
 *
 * <p>For descriptors this is what keeps a number from being used after the kernel gave it to another file. Thread-safe.
 */
public final class CloseGuard {

    /** Added to the count of threads inside once the guard is closed. */
    private static final int CLOSED = Integer.MIN_VALUE;

    private final AtomicInteger state = new AtomicInteger();
    private final Runnable release;

    /**
     * A guard with nobody inside.
     *
     * @param release run once, when the guard is closed and everybody is out
     */
    public CloseGuard(Runnable release) {
        this.release = release;
    }

    /**
     * Goes in; {@link #leave()} must follow if it succeeds.
     *
     * @return false when the guard is closed
     */
    public boolean enter() {
        int seen = state.get();
        while (seen >= 0) {
            if (state.compareAndSet(seen, seen + 1)) {
                return true;
            }
            seen = state.get();
        }
        return false;
    }

    /** Goes out, and releases the resource if it is closed and this was the last one inside. */
    public void leave() {
        if (state.decrementAndGet() == CLOSED) {
            release.run();
        }
    }

    /**
     * Closes the guard with the caller inside, so that it can still wake others; {@link #leave()} must follow if it succeeds.
     *
     * @return false when it was closed before
     */
    public boolean close() {
        int seen = state.get();
        while (seen >= 0) {
            if (state.compareAndSet(seen, CLOSED + seen + 1)) {
                return true;
            }
            seen = state.get();
        }
        return false;
    }

    /**
     * Whether it was closed.
     *
     * @return true from {@link #close()} on
     */
    public boolean isClosed() {
        return state.get() < 0;
    }
}
