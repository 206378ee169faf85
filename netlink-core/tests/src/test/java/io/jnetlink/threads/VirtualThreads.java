package io.jnetlink.threads;

/** Starts virtual threads, by reflection: the tests are compiled for a Java that has none. */
public final class VirtualThreads {

    private VirtualThreads() {}

    /** Starts one. */
    public static Thread start(Runnable task) {
        try {
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no virtual threads", e);
        }
    }
}
