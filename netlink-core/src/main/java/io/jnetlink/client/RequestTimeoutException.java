package io.jnetlink.client;

import io.jnetlink.NetlinkException;
import java.time.Duration;

/** No answer came in time. Whether the kernel did what it was asked is unknown; a late answer is dropped. */
public final class RequestTimeoutException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    RequestTimeoutException(String operation, Duration timeout) {
        super(operation + ": no answer from the kernel within " + timeout.toMillis() + " ms");
    }
}
