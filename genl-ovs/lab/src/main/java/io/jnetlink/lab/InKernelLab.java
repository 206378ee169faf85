package io.jnetlink.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Runs tests in the kernel lab and never in the running kernel.
 *
 * <p>For what could hurt a kernel, such as random messages, or what belongs to the whole machine. Where the lab cannot run, the tests
 * are skipped and say what to install.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag(InKernelLab.TAG)
@net.jqwik.api.Tag(InKernelLab.TAG)
public @interface InKernelLab {

    /** The tag of such tests. */
    String TAG = "kernel-lab";
}
