package io.jnetlink.samples.ip;

import io.jnetlink.sys.NetworkNamespace;
import java.nio.file.Path;

/**
 * Finds the network namespace that a user names, by {@code -n} or by {@code netns}.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface NamespaceOpener {

    /**
     * Opens a namespace.
     *
     * @param name a name that {@code ip netns} gave, or a path if it contains a slash
     * @return the namespace; the caller closes it
     * @throws io.jnetlink.sys.SyscallException if there is none, or it may not be opened
     */
    NetworkNamespace open(String name);

    /** Named namespaces of this machine. */
    static NamespaceOpener system() {
        return name -> name.indexOf('/') < 0 ? NetworkNamespace.named(name) : NetworkNamespace.ofPath(Path.of(name));
    }
}
