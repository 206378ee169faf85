package io.jnetlink.socket;

import io.jnetlink.sys.LinuxAbi;

/**
 * A switch of a netlink socket that is turned on when it is opened, if the kernel has it.
 *
 * <p>Immutable.
 */
public enum SocketFeature {
    /** Errors come with the kernel's text and the offset of the attribute at fault (Linux 4.12). */
    EXTENDED_ACK(LinuxAbi.NETLINK_EXT_ACK),

    /** Errors and acknowledgements echo the request's header, not the whole request (Linux 4.3). */
    CAPPED_ACK(LinuxAbi.NETLINK_CAP_ACK),

    /** Dump requests are checked, and the filters in them obeyed (Linux 4.20). */
    STRICT_CHECK(LinuxAbi.NETLINK_GET_STRICT_CHK),

    /** Each datagram tells its multicast group, also beyond group 32. */
    PACKET_INFO(LinuxAbi.NETLINK_PKTINFO),

    /**
     * Multicast arrives from every network namespace that has an id in the socket's own, and tells which (Linux 4.2). Needs
     * CAP_NET_BROADCAST.
     */
    ALL_NAMESPACES(LinuxAbi.NETLINK_LISTEN_ALL_NSID);

    private final int option;

    SocketFeature(int option) {
        this.option = option;
    }

    /** Its number among the options of level SOL_NETLINK. */
    int option() {
        return option;
    }
}
