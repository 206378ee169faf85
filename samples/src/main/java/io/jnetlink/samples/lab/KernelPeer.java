package io.jnetlink.samples.lab;

import io.jnetlink.route.RtNetlink;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.vxlan.VxlanConfig;
import io.jnetlink.vxlan.VxlanLinks;
import io.jnetlink.wire.IpAddress;
import java.io.IOException;
import java.net.InetAddress;

/** A host that is at the far end of a tunnel itself, by a VXLAN device of the kernel. */
public final class KernelPeer {

    /** The name of the device. */
    public static final String DEVICE = "vxlan0";

    private KernelPeer() {}

    /**
     * Makes the device in a namespace that is on the underlay already.
     *
     * @param local its end of the underlay
     * @param remote the other
     */
    public static Host create(
            NetworkNamespace namespace, int vni, IpAddress local, IpAddress remote, InetAddress address)
            throws IOException {
        try (RtNetlink route = RtNetlink.open(namespace)) {
            new VxlanLinks(route)
                    .add(VxlanConfig.builder(DEVICE)
                            .vni(vni)
                            .port(SwitchNode.VXLAN_PORT)
                            .local(local.toString())
                            .remote(remote.toString())
                            .device(Underlay.DEVICE)
                            .build());
        }
        return Host.configure(namespace, DEVICE, address);
    }
}
