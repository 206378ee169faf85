/** Commands about meters and limits of tracked connections. */
@NullMarked
package io.jnetlink.samples.ovs.limit;

import org.jspecify.annotations.NullMarked;
