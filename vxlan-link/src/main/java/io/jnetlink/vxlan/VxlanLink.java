package io.jnetlink.vxlan;

import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoVxlanAttrs;

/**
 * A VXLAN device as the kernel reported it.
 *
 * <p>Immutable.
 *
 * @param message everything that the kernel said about the link
 */
public record VxlanLink(LinkMessage message) {

    static final String KIND = "vxlan";

    public VxlanLink {
        if (!isVxlan(message)) {
            throw new IllegalArgumentException(message.attributes().ifname() + " is no vxlan device");
        }
    }

    static boolean isVxlan(LinkMessage message) {
        return message.attributes().hasLinkinfo()
                && message.attributes().linkinfo().hasDataVxlan();
    }

    /** The interface index. */
    public int index() {
        return message.header().ifiIndex();
    }

    /** The name. */
    public String name() {
        return message.attributes().ifname();
    }

    /** The VXLAN network identifier; 0 for an external device. */
    public int vni() {
        return (int) options().id();
    }

    /** The UDP port. */
    public int port() {
        return options().port();
    }

    /** All options, with the kernel's defaults filled in. */
    public LinkinfoVxlanAttrs options() {
        return message.attributes().linkinfo().dataVxlan();
    }
}
