package io.jnetlink.route;

import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.sys.NetworkNamespace;

/**
 * rtnetlink in one network namespace, by kind of object.
 *
 * <p>Thread-safe. Owns its client and closes it.
 *
 * <pre>{@code
 * try (RtNetlink route = RtNetlink.open()) {
 *     System.out.println(route.links().get("lo"));
 * }
 * }</pre>
 */
public final class RtNetlink implements AutoCloseable {

    private final NetlinkClient client;
    private final Links links;

    private RtNetlink(NetlinkConfig config) {
        this.client = NetlinkClient.open(config);
        this.links = new Links(client);
    }

    /**
     * Opens it in the namespace of the calling thread.
     *
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket
     */
    public static RtNetlink open() {
        return open(NetlinkConfig.route());
    }

    /**
     * Opens it in a namespace, which may be closed afterwards.
     *
     * @throws io.jnetlink.sys.SyscallException if the namespace cannot be entered or the kernel refuses the socket
     */
    public static RtNetlink open(NetworkNamespace namespace) {
        return open(NetlinkConfig.route().toBuilder().namespace(namespace).build());
    }

    /**
     * Opens it as configured.
     *
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket
     */
    public static RtNetlink open(NetlinkConfig config) {
        return new RtNetlink(config);
    }

    /** The network devices. */
    public Links links() {
        return links;
    }

    /** The client underneath, for requests that have no method here. */
    public NetlinkClient client() {
        return client;
    }

    /** Closes the client. Closing twice does nothing. */
    @Override
    public void close() {
        client.close();
    }
}
