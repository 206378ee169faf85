package io.jnetlink.client;

/** What a subscription delivers: a message of the kernel, or the news that some were lost. */
public sealed interface SubscriptionEvent permits Notification, Overrun {}
