/** Clients generated from the kernel's own specs, against the running kernel. Nothing but dumps is ever sent. */
@NullMarked
package io.jnetlink.generator.kernel;

import org.jspecify.annotations.NullMarked;
