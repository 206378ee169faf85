package io.jnetlink.client;

/**
 * How much an {@link AsyncNetlinkClient} takes on.
 *
 * <p>Immutable.
 *
 * @param inFlight most requests that are sent and not answered; fewer, if the receive queue could not hold the answers
 * @param waiting most requests that wait for their turn; further ones fail at once
 */
public record AsyncLimits(int inFlight, int waiting) {

    /** 256 in flight, 65,536 waiting. */
    public static final AsyncLimits DEFAULT = new AsyncLimits(256, 1 << 16);

    /** @throws IllegalArgumentException if none may be in flight, or fewer than none may wait */
    public AsyncLimits {
        if (inFlight <= 0 || waiting < 0) {
            throw new IllegalArgumentException(inFlight + " requests in flight, " + waiting + " waiting");
        }
    }
}
