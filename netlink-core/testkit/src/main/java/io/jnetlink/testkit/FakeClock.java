package io.jnetlink.testkit;

/** The clock of a fake kernel: the real one, or one that moves when somebody would wait for it. */
abstract class FakeClock {

    abstract long nanoTime();

    /**
     * Waits for a notification or the deadline, with the monitor held.
     *
     * @return false when the deadline has come
     */
    abstract boolean await(Object monitor, boolean forever, long deadline) throws InterruptedException;

    static FakeClock real() {
        return new Real();
    }

    static FakeClock virtual() {
        return new Virtual();
    }

    private static void waitOn(Object monitor, long nanos) throws InterruptedException {
        monitor.wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
    }

    private static final class Real extends FakeClock {

        @Override
        long nanoTime() {
            return System.nanoTime();
        }

        @Override
        boolean await(Object monitor, boolean forever, long deadline) throws InterruptedException {
            long left = forever ? 0 : deadline - nanoTime();
            if (!forever && left <= 0) {
                return false;
            }
            waitOn(monitor, left);
            return true;
        }
    }

    private static final class Virtual extends FakeClock {

        private volatile long now;

        @Override
        long nanoTime() {
            return now;
        }

        @Override
        boolean await(Object monitor, boolean forever, long deadline) throws InterruptedException {
            if (forever) {
                waitOn(monitor, 0);
                return true;
            }
            now = deadline;
            return false;
        }
    }
}
