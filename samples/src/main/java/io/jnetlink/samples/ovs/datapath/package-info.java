/** Commands about datapaths. */
@NullMarked
package io.jnetlink.samples.ovs.datapath;

import org.jspecify.annotations.NullMarked;
