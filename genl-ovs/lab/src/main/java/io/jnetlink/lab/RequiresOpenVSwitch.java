package io.jnetlink.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Runs tests in a kernel that has the Open vSwitch datapath.
 *
 * <p>That is the running kernel if it knows the family {@code ovs_datapath} and lets us make network namespaces; else the kernel lab;
 * else the tests are skipped, and say what to install. The system property {@code jnetlink.lab} set to {@code always} or {@code never}
 * changes the choice. Tests still have to bring their own namespace: see {@code InNetworkNamespace} of the test kit.
 *
 * <p>In the lab there is one processor and threads are slow: time limits should be generous, and a test should not need two
 * processors.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag(RequiresOpenVSwitch.TAG)
@net.jqwik.api.Tag(RequiresOpenVSwitch.TAG)
public @interface RequiresOpenVSwitch {

    /** The tag of such tests. */
    String TAG = "openvswitch";
}
