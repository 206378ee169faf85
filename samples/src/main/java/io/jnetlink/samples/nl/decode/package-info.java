/** {@code jnl decode}: recorded messages, read by spec. */
@NullMarked
package io.jnetlink.samples.nl.decode;

import org.jspecify.annotations.NullMarked;
