/** What can go wrong with datapaths, ports and flows, told in the words of Open vSwitch. */
@NullMarked
package io.jnetlink.ovs.fault;

import org.jspecify.annotations.NullMarked;
