package io.jnetlink.testkit;

import java.time.Duration;
import java.util.List;

/** What the test kit makes of a kernel that does not answer: played by a command that never ends. */
public final class StuckKernel {

    private static final Duration LIMIT = Duration.ofMillis(200);

    private StuckKernel() {}

    /** Whether it is told apart, in bounded time, from the kernel that answers. */
    public static boolean isNoticed() {
        KernelProbe stuck = KernelProbe.run(List.of("tail", "-f", "/dev/null"), LIMIT);
        return stuck.verdict() == KernelProbe.Verdict.STUCK
                && stuck.explanation().contains(StuckKernelException.EXPLANATION)
                && KernelProbe.run().verdict() == KernelProbe.Verdict.WORKS;
    }
}
