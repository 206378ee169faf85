package io.jnetlink.client;

/**
 * One object of the state.
 *
 * <p>Immutable.
 *
 * @param source the kind of object
 * @param key what tells it from others of its source
 * @param message what the kernel said of it last: the reply to a listing, or a notification
 */
public record StateEntry(StateSource source, Object key, ReceivedMessage message) {}
