/**
 * Generic netlink: families found by name, multicast groups, and the four bytes in front of every body.
 *
 * <p>Layouts follow {@code include/uapi/linux/genetlink.h}.
 */
@NullMarked
package io.jnetlink.genl;

import org.jspecify.annotations.NullMarked;
