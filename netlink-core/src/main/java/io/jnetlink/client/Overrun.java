package io.jnetlink.client;

/**
 * The kernel dropped notifications because the receive queue was full. The subscription goes on, but whoever mirrors
 * kernel state must read it anew.
 *
 * <p>It comes ahead of what is still queued, and the kernel goes on dropping, without saying so again, until the queue was
 * empty once. So take events until {@code next(Duration.ZERO)} has none before reading the state; {@link StateFeed} does
 * all that.
 *
 * <p>Immutable.
 *
 * @param count how many overruns this subscription has had; the kernel does not tell how many messages each one cost
 */
public record Overrun(long count) implements SubscriptionEvent {}
