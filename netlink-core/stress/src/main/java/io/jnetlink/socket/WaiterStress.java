package io.jnetlink.socket;

import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.PollSet;
import io.jnetlink.sys.Syscalls;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A thread that waits, and others that wake it, just then or just before. */
public class WaiterStress {

    private static final int SOCKET = 3;
    private static final int EVENT = 7;
    private static final int WAKE_ENTRY = 1;
    private static final int WOKEN = 1;

    private WaiterStress() {}

    /** A waiter whose kernel waits no time: nothing to read is as good as a deadline that has passed. */
    public abstract static class Waiting {

        private final AtomicInteger event = new AtomicInteger();
        private final AtomicLong clock = new AtomicLong();
        private final Waiter waiter = new Waiter(
                (Syscalls) Proxy.newProxyInstance(
                        Syscalls.class.getClassLoader(), new Class<?>[] {Syscalls.class}, this::call),
                SOCKET);

        private Object call(Object proxy, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "eventfd" -> EVENT;
                case "eventfdWrite" -> write();
                case "eventfdRead" -> read();
                case "poll" -> poll((PollSet) arguments[0]);
                case "nanoTime" -> clock.get();
                default -> throw new UnsupportedOperationException(method.getName());
            };
        }

        private int write() {
            event.incrementAndGet();
            return 0;
        }

        private int read() {
            event.set(0);
            return 0;
        }

        private int poll(PollSet set) {
            boolean ready = event.get() > 0;
            set.setReturned(0, 0);
            set.setReturned(WAKE_ENTRY, ready ? LinuxAbi.POLLIN : 0);
            if (!ready) {
                clock.incrementAndGet();
            }
            return ready ? 1 : 0;
        }

        /** Waits until nothing happened once; returns 1 if it was woken. */
        int await() {
            return waiter.await(clock.get() + 1) == Waiter.Outcome.WOKEN ? WOKEN : 0;
        }

        void wake() {
            waiter.wake();
        }
    }

    /** Waking ends this wait or the next, and only one of them. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The first wait was ended.")
    @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "It came too late, and ended the next.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "The waking was lost, or counted twice.")
    @State
    public static class OneWakes extends Waiting {

        @Actor
        public void waiter(II_Result result) {
            result.r1 = await();
        }

        @Actor
        public void waker() {
            wake();
        }

        @Arbiter
        public void next(II_Result result) {
            result.r2 = await();
        }
    }

    /** Waking several times before a wait is waking once. */
    @JCStressTest
    @Outcome(
            id = {"1, 0", "0, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "Both ended the same wait.")
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "One ended this wait, the other the next.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "A waking was lost.")
    @State
    public static class TwoWake extends Waiting {

        @Actor
        public void waiter(II_Result result) {
            result.r1 = await();
        }

        @Actor
        public void first() {
            wake();
        }

        @Actor
        public void second() {
            wake();
        }

        @Arbiter
        public void next(II_Result result) {
            result.r2 = await();
        }
    }
}
