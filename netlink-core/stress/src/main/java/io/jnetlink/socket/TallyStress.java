package io.jnetlink.socket;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJJ_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** Counters that many threads write at, or one, and all may read. */
public class TallyStress {

    private TallyStress() {}

    /** Two that send, one of which is the one that receives: nothing is lost. */
    @JCStressTest
    @Outcome(id = "2, 30, 1, 5", expect = Expect.ACCEPTABLE, desc = "All was counted.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Something was lost.")
    @State
    public static class NothingIsLost {

        private final Tally tally = new Tally();

        @Actor
        public void sender() {
            tally.sent(10);
        }

        @Actor
        public void receiver() {
            tally.sent(20);
            tally.received(5);
        }

        @Arbiter
        public void count(JJJJ_Result result) {
            SocketCounters counters = tally.counters();
            result.r1 = counters.datagramsSent();
            result.r2 = counters.bytesSent();
            result.r3 = counters.datagramsReceived();
            result.r4 = counters.bytesReceived();
        }
    }

    /** Whoever reads while somebody counts sees no counter go back. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1", "0, 2", "1, 1", "1, 2", "2, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "It grew, or stayed.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "It went back.")
    @State
    public static class NothingGoesBack {

        private final Tally tally = new Tally();

        @Actor
        public void receiver() {
            tally.received(1);
            tally.received(1);
        }

        @Actor
        public void reader(JJ_Result result) {
            result.r1 = tally.counters().datagramsReceived();
            result.r2 = tally.counters().datagramsReceived();
        }
    }
}
