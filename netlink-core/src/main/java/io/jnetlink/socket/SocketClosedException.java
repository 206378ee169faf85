package io.jnetlink.socket;

import io.jnetlink.NetlinkException;

/**
 * The socket was closed, before the call or while it waited.
 *
 * <p>Immutable.
 */
public final class SocketClosedException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    SocketClosedException() {
        super("the netlink socket is closed");
    }
}
