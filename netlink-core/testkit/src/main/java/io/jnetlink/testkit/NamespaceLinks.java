package io.jnetlink.testkit;

import io.jnetlink.sys.NetworkNamespace;
import org.junit.jupiter.api.Assumptions;

/**
 * Makes the links that a test needs around the one it is about: veth pairs, bridges, dummies.
 *
 * <pre>{@code
 * @Test
 * @InNetworkNamespace
 * void theBridgeLearns(NetworkNamespace here, NamespaceLinks links, NetworkNamespace there) {
 *     NamespaceLinks remote = new NamespaceLinks(there);
 *     links.vethPair("v0", remote, "v1").bridge("br0", "v0").address("br0", "192.0.2.1/24");
 *     remote.address("v1", "192.0.2.2/24");
 *     ...
 * }
 * }</pre>
 *
 * <p>Immutable; thread-safe. The work is done by {@code ip}, and not by jnetlink, so that a fault of the code under test cannot hide
 * in its own fixture. Every link is brought up when it is made. What cannot be made is an {@link AssertionError} with what {@code ip}
 * said.
 */
public final class NamespaceLinks {

    private final NetworkNamespace namespace;
    private final NamespaceShell shell;

    /**
     * Links in a namespace.
     *
     * @param namespace where they are made; must stay open
     */
    public NamespaceLinks(NetworkNamespace namespace) {
        this.namespace = namespace;
        this.shell = new NamespaceShell(namespace);
    }

    /**
     * {@code ip link add NAME type veth peer name PEER}: two ends of a cable, both here.
     *
     * @param name one end
     * @param peer the other end
     * @return this
     */
    public NamespaceLinks vethPair(String name, String peer) {
        shell.run("ip", "link", "add", "name", name, "type", "veth", "peer", "name", peer);
        return up(name, peer);
    }

    /**
     * {@code ip link add NAME type veth peer name PEER netns ELSEWHERE}: a cable between two namespaces.
     *
     * @param name the end that is here
     * @param elsewhere links of the namespace at the other end
     * @param peer the end that is there
     * @return this
     */
    public NamespaceLinks vethPair(String name, NamespaceLinks elsewhere, String peer) {
        String path = elsewhere.namespace.path().toString();
        shell.run("ip", "link", "add", "name", name, "type", "veth", "peer", "name", peer, "netns", path);
        elsewhere.up(peer);
        return up(name);
    }

    /**
     * {@code ip link add NAME type bridge}, and its ports.
     *
     * @param name name of the bridge
     * @param ports links that are here already
     * @return this
     */
    public NamespaceLinks bridge(String name, String... ports) {
        shell.run("ip", "link", "add", "name", name, "type", "bridge");
        for (String port : ports) {
            shell.run("ip", "link", "set", "dev", port, "master", name);
        }
        return up(name);
    }

    /**
     * {@code ip link add NAME type dummy}. Kernels may be built without: then the test is skipped and says why.
     *
     * @param name name of the link
     * @return this
     */
    public NamespaceLinks dummy(String name) {
        CommandResult result = shell.attempt("ip", "link", "add", "name", name, "type", "dummy");
        String complaint = result.standardError();
        if (complaint.contains("Unknown device type") || complaint.contains("not supported")) {
            Assumptions.abort("the running kernel has no dummy links: " + complaint.strip());
        }
        if (!result.succeeded()) {
            throw new AssertionError("no dummy link " + name + ": " + complaint);
        }
        return up(name);
    }

    /**
     * {@code ip link set dev NAME up}.
     *
     * @param names links that are here
     * @return this
     */
    public NamespaceLinks up(String... names) {
        return each("up", names);
    }

    /**
     * {@code ip link set dev NAME down}.
     *
     * @param names links that are here
     * @return this
     */
    public NamespaceLinks down(String... names) {
        return each("down", names);
    }

    /**
     * {@code ip address add PREFIX dev NAME}. An IPv6 address is usable at once, without waiting for the search of duplicates.
     *
     * @param name a link that is here
     * @param prefix address and length, such as {@code 192.0.2.1/24}
     * @return this
     */
    public NamespaceLinks address(String name, String prefix) {
        if (prefix.indexOf(':') < 0) {
            shell.run("ip", "address", "add", prefix, "dev", name);
        } else {
            shell.run("ip", "address", "add", prefix, "dev", name, "nodad");
        }
        return this;
    }

    /**
     * {@code ip link delete dev NAME}; a veth takes its other end with it.
     *
     * @param name a link that is here
     * @return this
     */
    public NamespaceLinks remove(String name) {
        shell.run("ip", "link", "delete", "dev", name);
        return this;
    }

    /**
     * Whether there is a link of a name.
     *
     * @param name the name
     * @return true if so
     */
    public boolean has(String name) {
        return shell.attempt("ip", "link", "show", "dev", name).succeeded();
    }

    /**
     * The index of a link.
     *
     * @param name a link that is here
     * @return its number in this namespace, from 1 on
     */
    public int index(String name) {
        String line = shell.run("ip", "-o", "link", "show", "dev", name);
        return Integer.parseInt(line.substring(0, line.indexOf(':')).strip());
    }

    private NamespaceLinks each(String state, String... names) {
        for (String name : names) {
            shell.run("ip", "link", "set", "dev", name, state);
        }
        return this;
    }
}
