package io.jnetlink.testkit;

import io.jnetlink.sys.BackendAvailability;
import io.jnetlink.sys.Syscalls;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Finds out, in bounded time and in another process, whether the running kernel makes network namespaces for us. */
record KernelProbe(Verdict verdict, String explanation) {

    enum Verdict {
        WORKS,
        NOT_PERMITTED,
        STUCK
    }

    private static final Duration LIMIT = Duration.ofSeconds(10);

    static KernelProbe run() {
        BackendAvailability availability = Syscalls.availability();
        if (!availability.isAvailable()) {
            return new KernelProbe(Verdict.NOT_PERMITTED, availability.description());
        }
        return run(List.of("unshare", "-n", "true"), LIMIT);
    }

    static KernelProbe run(List<String> command, Duration limit) {
        CommandResult result;
        try {
            result = CommandRunner.run(command, limit);
        } catch (CommandTimeoutException e) {
            return new KernelProbe(
                    Verdict.STUCK,
                    "a probe of the running kernel got no answer: " + e.getMessage() + ". "
                            + StuckKernelException.EXPLANATION);
        } catch (IOException e) {
            return new KernelProbe(Verdict.NOT_PERMITTED, "no network namespaces: " + e.getMessage());
        }
        if (result.exitCode() == 0) {
            return new KernelProbe(Verdict.WORKS, "");
        }
        return new KernelProbe(
                Verdict.NOT_PERMITTED,
                "network namespaces are not permitted here: "
                        + result.standardError().strip());
    }
}
