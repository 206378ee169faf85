package io.jnetlink.route;

import io.jnetlink.client.MessageFraming;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.Subscription;
import io.jnetlink.sys.NetworkNamespace;
import java.util.Set;

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

    private final NetlinkConfig config;
    private final NetlinkClient client;
    private final Links links;

    private RtNetlink(NetlinkConfig config) {
        this.config = config;
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

    /**
     * Subscribes to multicast groups, on a socket of its own. A namespace that this was opened in must still be open.
     *
     * @param groups numbers of groups, such as those of {@code RtLinkGroups}
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket or a group
     */
    public Subscription subscribe(Set<Integer> groups) {
        return Subscription.open(config, MessageFraming.RAW, groups);
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
