package io.jnetlink.sys.internal;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** A resource that is closed while threads use it. */
public class CloseGuardStress {

    private static final int REFUSED = -1;

    private CloseGuardStress() {}

    /** A guard and what it guards. */
    public abstract static class Guarded {

        private final AtomicInteger released = new AtomicInteger();
        private final CloseGuard guard = new CloseGuard(released::incrementAndGet);

        /** Returns how often the resource was released as long as the caller was inside; negative if it was not let in. */
        int use() {
            if (!guard.enter()) {
                return REFUSED;
            }
            int seen = released.get();
            guard.leave();
            return seen;
        }

        /** Returns 1 if this call was the one that closed. */
        int close() {
            if (!guard.close()) {
                return 0;
            }
            guard.leave();
            return 1;
        }

        int released() {
            return released.get();
        }
    }

    /** Whoever is inside finds the resource in order; once refused, always refused; and it is released once. */
    @JCStressTest
    @Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "Used twice before it was released.")
    @Outcome(id = "0, -1, 1", expect = Expect.ACCEPTABLE, desc = "Closed in between.")
    @Outcome(id = "-1, -1, 1", expect = Expect.ACCEPTABLE, desc = "Came too late.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Used after release, let in after the close, or not released once.")
    @State
    public static class UserAndCloser extends Guarded {

        @Actor
        public void user(III_Result result) {
            result.r1 = use();
            result.r2 = use();
        }

        @Actor
        public void closer() {
            close();
        }

        @Arbiter
        public void count(III_Result result) {
            result.r3 = released();
        }
    }

    /** The same with two at once. */
    @JCStressTest
    @Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "Both used it before it was released.")
    @Outcome(
            id = {"-1, 0, 1", "0, -1, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "One came too late.")
    @Outcome(id = "-1, -1, 1", expect = Expect.ACCEPTABLE, desc = "Both came too late.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Used after release, never released, or released twice.")
    @State
    public static class UsersAndCloser extends Guarded {

        @Actor
        public void first(III_Result result) {
            result.r1 = use();
        }

        @Actor
        public void second(III_Result result) {
            result.r2 = use();
        }

        @Actor
        public void closer() {
            close();
        }

        @Arbiter
        public void count(III_Result result) {
            result.r3 = released();
        }
    }

    /** Of two that close, one is told that it was it. */
    @JCStressTest
    @Outcome(
            id = {"1, 1", "10, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "One of them closed, and it was released once.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Both or none closed, or it was not released once.")
    @State
    public static class TwoClosers extends Guarded {

        private int byFirst;
        private int bySecond;

        @Actor
        public void first() {
            byFirst = close();
        }

        @Actor
        public void second() {
            bySecond = close();
        }

        @Arbiter
        public void count(II_Result result) {
            result.r1 = byFirst + 10 * bySecond;
            result.r2 = released();
        }
    }
}
