package io.jnetlink.client;

import io.jnetlink.NetlinkException;

/** An asynchronous client has as many requests as it takes on; this one was not sent. */
public final class TooManyRequestsException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    TooManyRequestsException(String operation, AsyncLimits limits) {
        super(operation + ": " + limits.inFlight() + " requests are in flight and " + limits.waiting()
                + " wait already; not sent");
    }
}
