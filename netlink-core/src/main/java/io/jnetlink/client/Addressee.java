package io.jnetlink.client;

import io.jnetlink.wire.MessageReader;

/** One request or several that wait for what the kernel says to them. */
@FunctionalInterface
interface Addressee {

    /**
     * Is shown a message of the kernel.
     *
     * @return whether it was meant for this addressee
     */
    boolean take(MessageReader message);
}
