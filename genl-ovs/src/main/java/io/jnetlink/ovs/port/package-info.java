/**
 * Ports of Open vSwitch datapaths: what they are asked to be, the devices behind them, and what the kernel says of them.
 *
 * <p>{@code io.jnetlink.ovs.OvsPorts} puts these parts together.
 */
@NullMarked
package io.jnetlink.ovs.port;

import org.jspecify.annotations.NullMarked;
