package io.jnetlink.samples.lab;

import io.jnetlink.wire.IpAddress;
import java.util.List;

/**
 * The tunnels of a switch: one VNI, one local end, and a full mesh of remote ends, all through the same port.
 *
 * <p>Immutable.
 *
 * @param port number of the port of the datapath, such as that of {@code vxlan_sys_4789}
 * @param vni the id that frames carry, 0 to 16,777,215
 * @param local address of this end
 * @param remotes addresses of the others
 */
public record Overlay(long port, int vni, IpAddress local, List<IpAddress> remotes) {

    private static final int MOST = 0xff_ffff;

    /** Checks the VNI, and copies the list. */
    public Overlay {
        if (vni < 0 || vni > MOST) {
            throw new IllegalArgumentException("a VNI is 0 to " + MOST + ", not " + vni);
        }
        remotes = List.copyOf(remotes);
    }
}
