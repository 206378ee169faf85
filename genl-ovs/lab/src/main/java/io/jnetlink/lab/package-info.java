/**
 * Runs tests in a kernel of their own: {@link io.jnetlink.lab.RequiresOpenVSwitch} where the running kernel lacks Open vSwitch,
 * {@link io.jnetlink.lab.InKernelLab} always.
 *
 * <p>With this artifact among a module's test dependencies there is nothing to configure. A test engine of its own takes the annotated
 * tests over, whoever started them: it boots user-mode-linux once for all of them, runs them there with the engines they are written
 * for, and reports each under its own name.
 */
@NullMarked
package io.jnetlink.lab;

import org.jspecify.annotations.NullMarked;
