package io.jnetlink.client.netty;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** The loop lets go of a socket, and ends, at the same time: whoever watches is told once. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "Told once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Told twice, or never.")
@State
public class EpollWatchStress {

    private static final int DESCRIPTOR = 1_000_000;

    private final AtomicInteger told = new AtomicInteger();
    private final EpollWatch watch = new EpollWatch(null, DESCRIPTOR, failure -> told.incrementAndGet(), () -> {});

    /** On the loop's thread. */
    @Actor
    public void unregistered() {
        watch.unregistered();
    }

    /** On the thread that ends the loop. */
    @Actor
    public void finish() {
        watch.finish();
    }

    /** How often it was told. */
    @Arbiter
    public void count(I_Result result) {
        result.r1 = told.get();
    }
}
