/** {@code jnl} on the running kernel and on recorded messages. */
@NullMarked
package io.jnetlink.samples.nl;

import org.jspecify.annotations.NullMarked;
