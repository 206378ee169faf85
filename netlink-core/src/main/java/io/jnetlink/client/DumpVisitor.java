package io.jnetlink.client;

import io.jnetlink.message.MessageView;

/**
 * Sees the messages of a dump that may be listed more than once.
 *
 * @param <V> body as a view
 */
public interface DumpVisitor<V extends MessageView> {

    /** A listing begins, the first or one after an interrupted one: what was seen before counts no more. */
    void begin();

    /**
     * Sees one message.
     *
     * @param view valid during the call only
     * @return false to see no more of it; the rest is read and dropped, and a later interruption does not matter
     */
    boolean visit(V view);

    /**
     * The last listing is over: no more messages come, and what was seen since the last {@link #begin()} counts. Not called
     * if the dump fails.
     *
     * @param marks what the kernel says of the listing as a whole, as far as it was looked at
     */
    default void end(DumpMarks marks) {}
}
