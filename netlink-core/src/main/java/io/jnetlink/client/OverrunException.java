package io.jnetlink.client;

import io.jnetlink.NetlinkException;

/**
 * The kernel dropped messages because the receive queue was full ({@code ENOBUFS}), so a reply may be lost. The client
 * goes on working; whether the kernel did what it was asked is unknown.
 */
public final class OverrunException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    OverrunException(String operation) {
        super(operation + ": the receive queue overran and the reply may be lost; a larger receive buffer helps");
    }
}
