package io.jnetlink.client;

import io.jnetlink.NetlinkException;

/** The client was closed, before or during the request. */
public final class ClosedClientException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    ClosedClientException() {
        super("the netlink client is closed");
    }
}
