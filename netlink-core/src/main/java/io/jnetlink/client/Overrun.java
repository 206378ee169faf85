package io.jnetlink.client;

/**
 * Notifications were lost: the kernel dropped them because the receive queue was full, or the family was gone for a while with
 * its module and is back. The subscription goes on, but whoever mirrors kernel state must read it anew.
 *
 * <p>It comes ahead of what is still queued, and the kernel goes on dropping, without saying so again, until the queue was
 * empty once. So take events until {@code next(Duration.ZERO)} has none before reading the state; {@link StateFeed} does
 * all that.
 *
 * <p>Immutable.
 *
 * @param count how often this subscription has lost something; the kernel does not tell how many messages each one cost
 */
public record Overrun(long count) implements SubscriptionEvent {}
