/** {@code jnl}: any netlink family from its YAML spec, on the command line. */
@NullMarked
package io.jnetlink.samples.nl;

import org.jspecify.annotations.NullMarked;
