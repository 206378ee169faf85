package io.jnetlink.cases;

import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.util.Map;

/** What a case tells in words, done. */
@FunctionalInterface
interface Procedure {

    /**
     * Carries it out. The calling thread is in the namespace.
     *
     * @return what was measured, by the names that the case has for it
     */
    Map<String, ?> run(NetworkNamespace namespace, NamespaceShell shell) throws Exception;
}
