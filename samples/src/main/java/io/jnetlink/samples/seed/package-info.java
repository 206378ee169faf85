/** Measures what one packet costs the kernel on its way through a tunnel: packets per second and receive interrupts per packet. */
@NullMarked
package io.jnetlink.samples.seed;

import org.jspecify.annotations.NullMarked;
