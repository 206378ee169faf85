package io.jnetlink.client;

import io.jnetlink.wire.MessageReader;

/** Who takes the replies to a request. */
@FunctionalInterface
interface ReplyHandler {

    /** Takes none. */
    ReplyHandler IGNORING = reply -> true;

    /**
     * Takes one; the reader moves on afterwards.
     *
     * @return false if the rest is of no interest
     */
    boolean take(MessageReader reply);
}
