/** What limits traffic: meters, and numbers of tracked connections. */
@NullMarked
package io.jnetlink.ovs.limit;

import org.jspecify.annotations.NullMarked;
