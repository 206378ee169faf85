package io.jnetlink.sys;

import org.jspecify.annotations.Nullable;

/** A platform thread that runs one action and ends, so that whatever namespace it moved to is left behind with it. */
final class NamespaceThread<T> implements Runnable {

    private final NetworkNamespace.Action<T, ?> action;
    private @Nullable T result;
    private @Nullable Throwable failure;

    private NamespaceThread(NetworkNamespace.Action<T, ?> action) {
        this.action = action;
    }

    static <T, E extends Exception> T call(String name, NetworkNamespace.Action<T, E> action) throws E {
        NamespaceThread<T> body = new NamespaceThread<>(action);
        Thread thread = new Thread(body, name);
        // A call stuck in the kernel must not keep the process from ending.
        thread.setDaemon(true);
        thread.start();
        joinUninterruptibly(thread);
        return body.outcome();
    }

    @Override
    public void run() {
        try {
            result = action.call();
        } catch (Throwable thrown) {
            failure = thrown;
        }
    }

    @SuppressWarnings("unchecked")
    private <E extends Exception> T outcome() throws E {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            // An action of type E throws nothing checked but E, so this cast lies to nobody.
            throw (E) failure;
        }
        return result;
    }

    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
