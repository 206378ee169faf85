/** What real Open vSwitch said to the kernel and what that answered, as recorded, for tests that compare. */
@NullMarked
package io.jnetlink.ovs.golden;

import org.jspecify.annotations.NullMarked;
