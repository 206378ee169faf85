package io.jnetlink.ovs;

import io.jnetlink.NetlinkException;

/** The running kernel has no Open vSwitch datapath: its module is not loaded, or was never built. */
public final class OvsUnavailableException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    private final String family;

    OvsUnavailableException(String family) {
        super("the running kernel (Linux " + System.getProperty("os.version") + ") has no netlink family " + family
                + ": load its module with \"modprobe openvswitch\", as root of the host");
        this.family = family;
    }

    /** The name of the netlink family that is missing. */
    public String family() {
        return family;
    }
}
