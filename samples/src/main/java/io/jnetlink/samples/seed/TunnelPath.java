package io.jnetlink.samples.seed;

import io.jnetlink.sys.NetworkNamespace;
import java.net.InetAddress;
import java.util.List;

/**
 * A way for packets from one network namespace to another, ready to be used. Whoever made it closes it.
 *
 * <p>Not thread-safe, unless an implementation says otherwise.
 */
public interface TunnelPath extends AutoCloseable {

    /** A short name for tables, such as {@code kernel-vxlan}. */
    String name();

    /** Where packets are sent; open until this is closed. */
    NetworkNamespace sender();

    /** Where they arrive; open until this is closed. */
    NetworkNamespace receiver();

    /** The receiver's address as the sender reaches it through the tunnel. */
    InetAddress target();

    /** The packets that flows on the path have counted so far; empty where there are no flows. */
    default List<FlowCount> flows() {
        return List.of();
    }

    /** Takes the path down. */
    @Override
    void close();
}
