package io.jnetlink.client;

/**
 * Why a {@link StateFeed} reads the state.
 *
 * <p>Immutable.
 */
public enum ResyncCause {
    /** The feed was opened. */
    START,
    /** The kernel dropped notifications, or replies, because a receive queue was full. */
    OVERRUN,
    /** Something changed while the kernel listed ({@code NLM_F_DUMP_INTR}), so that objects may be missing. */
    INTERRUPTED,
    /** A message displaced one of several objects, and the kernel does not say which. */
    AMBIGUOUS,
    /** A message told of changes that are not told one by one: {@link Folding#relist()}. */
    UNTOLD_CHANGES,
    /** Reading or folding ended with an exception. */
    FAILURE,
    /** {@link StateFeed#resync()} was called. */
    REQUESTED
}
