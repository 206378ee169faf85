/** {@code jovs}: Open vSwitch's {@code ovs-dpctl}, over jnetlink. */
@NullMarked
package io.jnetlink.samples.ovs;

import org.jspecify.annotations.NullMarked;
