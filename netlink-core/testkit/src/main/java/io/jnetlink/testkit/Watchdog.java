package io.jnetlink.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs an action on a daemon thread and stops waiting for it when its time is up.
 *
 * <p>A thread that hangs in a system call can neither be interrupted nor stopped. It is left behind; as a daemon it does not keep the
 * process from ending.
 */
final class Watchdog<T> implements Runnable {

    /** An action without a result. */
    interface Action {
        void run() throws Exception;
    }

    private final Callable<T> action;
    private @Nullable T result;
    private @Nullable Throwable failure;

    private Watchdog(Callable<T> action) {
        this.action = action;
    }

    static void run(String what, Duration limit, Action action) throws Throwable {
        Watchdog<Boolean> watchdog = new Watchdog<>(() -> {
            action.run();
            return Boolean.TRUE;
        });
        watchdog.await(what, limit);
    }

    static <T> T call(String what, Duration limit, Callable<T> action) {
        try {
            return new Watchdog<>(action).await(what, limit);
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }

    @Override
    public void run() {
        try {
            result = action.call();
        } catch (Throwable thrown) {
            failure = thrown;
        }
    }

    private T await(String what, Duration limit) throws Throwable {
        Thread thread = new Thread(this, "jnetlink-test");
        thread.setDaemon(true);
        thread.start();
        thread.join(limit.toMillis());
        if (thread.isAlive()) {
            String stacks = stacks();
            thread.interrupt();
            throw new StuckKernelException(what + " did not end within " + limit.toSeconds() + " s. "
                    + StuckKernelException.EXPLANATION + " Otherwise the test itself hangs, here:" + stacks);
        }
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    private static String stacks() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().startsWith("jnetlink"))
                .map(Watchdog::stack)
                .collect(Collectors.joining());
    }

    private static String stack(Map.Entry<Thread, StackTraceElement[]> entry) {
        return Arrays.stream(entry.getValue())
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining("", "\n  " + entry.getKey().getName(), ""));
    }
}
