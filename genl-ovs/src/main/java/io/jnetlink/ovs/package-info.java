/**
 * The Open vSwitch datapath of the kernel.
 *
 * <p>The packages below hold the generated messages, one for each of the kernel's six netlink families.
 */
@NullMarked
package io.jnetlink.ovs;

import org.jspecify.annotations.NullMarked;
