/**
 * VXLAN devices: a validated description, and adding, reading, listing and deleting them.
 *
 * <p>Options, defaults and checks are those of {@code drivers/net/vxlan/vxlan_core.c} and {@code ip-link(8)}. No wire
 * format is here: the messages are the generated ones of {@code io.jnetlink.route.link}.
 */
@NullMarked
package io.jnetlink.vxlan;

import org.jspecify.annotations.NullMarked;
