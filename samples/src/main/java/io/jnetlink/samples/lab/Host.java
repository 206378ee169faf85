package io.jnetlink.samples.lab;

import io.jnetlink.sys.NetworkNamespace;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;

/**
 * A machine of the lab: a network namespace with one device and one address.
 *
 * <p>Thread-safe.
 *
 * @param namespace where it is; closed with this
 * @param device the name of its device
 * @param address its address
 */
public record Host(NetworkNamespace namespace, String device, InetAddress address) implements AutoCloseable {

    /** Room for what a VXLAN tunnel over Ethernet puts around a frame: its MTU is less by that. */
    static final String MTU = "1450";

    private static final String LENGTH = "/24";

    /** Gives the device in a namespace an address, and raises it. */
    public static Host configure(NetworkNamespace namespace, String device, InetAddress address) throws IOException {
        IpCommand ip = new IpCommand(namespace);
        ip.run("address", "add", address.getHostAddress() + LENGTH, "dev", device);
        ip.run("link", "set", "dev", device, "mtu", MTU, "up");
        return new Host(namespace, device, address);
    }

    /**
     * Sends one ICMP echo request, and waits for the answer.
     *
     * @return whether it came in time
     * @throws IOException if the network cannot be reached
     */
    public boolean ping(Host other, Duration patience) throws IOException {
        // Root may use raw sockets; then Java sends echo requests rather than trying TCP.
        return namespace.call(() -> other.address().isReachable((int) patience.toMillis()));
    }

    /** Sends echo requests until one is answered; returns how many it took, or -1 if none of them was. */
    public int pingUntilAnswered(Host other, int attempts, Duration patience) throws IOException {
        for (int attempt = 1; attempt <= attempts; attempt++) {
            if (ping(other, patience)) {
                return attempt;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        namespace.close();
    }
}
