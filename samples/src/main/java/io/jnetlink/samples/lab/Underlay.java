package io.jnetlink.samples.lab;

import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.wire.IpAddress;
import java.io.IOException;

/**
 * The cable between two machines, which tunnels go through: a veth pair with an address at either end.
 *
 * <p>Immutable.
 *
 * @param near address of the first
 * @param far address of the second
 */
public record Underlay(IpAddress near, IpAddress far) {

    /** The name of the device at both ends. */
    public static final String DEVICE = "under0";

    private static final String LENGTH = "/24";

    /** Lays it. */
    public static Underlay join(NetworkNamespace one, NetworkNamespace other, String subnet) throws IOException {
        Underlay cable = new Underlay(IpAddress.parse(subnet + ".1"), IpAddress.parse(subnet + ".2"));
        new IpCommand(one)
                .run(
                        "link",
                        "add",
                        DEVICE,
                        "type",
                        "veth",
                        "peer",
                        "name",
                        DEVICE,
                        "netns",
                        other.path().toString());
        raise(one, cable.near);
        raise(other, cable.far);
        return cable;
    }

    private static void raise(NetworkNamespace namespace, IpAddress address) throws IOException {
        IpCommand ip = new IpCommand(namespace);
        ip.run("address", "add", address + LENGTH, "dev", DEVICE);
        ip.run("link", "set", "dev", DEVICE, "up");
    }
}
