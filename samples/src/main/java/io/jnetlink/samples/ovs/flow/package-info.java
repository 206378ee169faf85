/** Commands about flows. */
@NullMarked
package io.jnetlink.samples.ovs.flow;

import org.jspecify.annotations.NullMarked;
