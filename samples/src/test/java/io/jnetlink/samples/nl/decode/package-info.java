/** {@code jnl decode}. */
@NullMarked
package io.jnetlink.samples.nl.decode;

import org.jspecify.annotations.NullMarked;
