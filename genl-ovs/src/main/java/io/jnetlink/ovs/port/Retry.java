package io.jnetlink.ovs.port;

import java.time.Duration;

/**
 * How often, and how fast, something is tried.
 *
 * <p>Immutable.
 *
 * @param attempts tries in all, at least 1
 * @param pause time between two
 */
public record Retry(int attempts, Duration pause) {

    /** One try. */
    public static final Retry ONCE = new Retry(1, Duration.ZERO);

    /**
     * @throws IllegalArgumentException if there is no try, or a pause is negative
     */
    public Retry {
        if (attempts < 1) {
            throw new IllegalArgumentException("at least one attempt is needed, not " + attempts);
        }
        if (pause.isNegative()) {
            throw new IllegalArgumentException("a pause cannot be negative: " + pause);
        }
    }
}
