package io.jnetlink.property;

/**
 * What a decoder should do with bytes that are not as the spec says.
 *
 * <p>Immutable.
 */
public enum Reaction {
    /** Refuse them with {@link io.jnetlink.wire.MalformedMessageException}: it cannot be told what is meant. */
    REJECT,
    /** Read on as if nothing had happened: kernels do so, and some senders count on it. */
    TOLERATE,
    /** Read on and let the last of several count, as kernels do. */
    LAST_WINS,
    /** Read on and keep what is not known, so that it is there again when the value is encoded. */
    KEEP
}
