package io.jnetlink.client;

/**
 * The kernel dropped notifications because the receive queue was full. The subscription goes on, but whoever mirrors
 * kernel state must read it anew.
 *
 * <p>Immutable.
 *
 * @param count how many overruns this subscription has had; the kernel does not tell how many messages each one cost
 */
public record Overrun(long count) implements SubscriptionEvent {}
