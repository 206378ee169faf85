/** Packets that come from a datapath, and packets that go back to it. */
@NullMarked
package io.jnetlink.ovs.upcall;

import org.jspecify.annotations.NullMarked;
