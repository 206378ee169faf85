package io.jnetlink.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs each test in a fresh network namespace of the running kernel.
 *
 * <pre>{@code
 * @Test
 * @InNetworkNamespace
 * void showsWhatIpMade(NetworkNamespace namespace, NamespaceShell shell) {
 *     shell.run("ip", "link", "add", "v0", "type", "veth");
 *     ...
 * }
 * }</pre>
 *
 * <p>The test method, and what runs before and after each, have threads inside the namespace, so that not even a slip can reach the
 * machine's own; the threads end with them. Constructors and what runs once for a class are outside. The first {@code NetworkNamespace}
 * parameter is that namespace, each further one is another fresh one; {@code NamespaceShell} runs commands in the first, and
 * {@code NamespaceLinks} makes veth pairs, bridges and dummies there. Where namespaces are not permitted the test is skipped and says
 * why. Where the kernel does not answer any more it fails and says why.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("kernel")
@ExtendWith(NamespaceExtension.class)
public @interface InNetworkNamespace {

    /** Seconds that one test may take, unless said otherwise. */
    int DEFAULT_LIMIT_SECONDS = 60;

    /**
     * How long one test may take before it fails.
     *
     * @return seconds
     */
    int limitSeconds() default DEFAULT_LIMIT_SECONDS;
}
