package io.jnetlink.samples.ovs.run;

import java.time.Duration;
import java.util.Optional;

/**
 * What the options say.
 *
 * <p>Immutable.
 *
 * @param statistics whether counters are printed
 * @param more whether flows are printed with all that the kernel tells
 * @param names whether ports are printed by name
 * @param mayCreate whether {@code mod-flow} adds a flow that is not there
 * @param clear whether {@code mod-flow} sets counters to zero
 * @param readOnly whether commands that write are refused
 * @param json whether results are JSON
 * @param verbose whether every message to and from the kernel is shown on standard error
 * @param timeout how long the kernel may take for an answer, and how long {@code monitor} listens
 */
public record JovsOptions(
        boolean statistics,
        boolean more,
        boolean names,
        boolean mayCreate,
        boolean clear,
        boolean readOnly,
        boolean json,
        boolean verbose,
        Optional<Duration> timeout) {

    /** No option at all. */
    public static final JovsOptions NONE =
            new JovsOptions(false, false, false, false, false, false, false, false, Optional.empty());
}
