/** Commands about ports of datapaths. */
@NullMarked
package io.jnetlink.samples.ovs.port;

import org.jspecify.annotations.NullMarked;
