package io.jnetlink.client;

import io.jnetlink.NetlinkException;

/** The thread was interrupted while it waited; it is still marked so. Whether the kernel did what it was asked is unknown. */
public final class RequestInterruptedException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    RequestInterruptedException(String operation) {
        super(operation + ": interrupted while waiting for the kernel");
    }
}
