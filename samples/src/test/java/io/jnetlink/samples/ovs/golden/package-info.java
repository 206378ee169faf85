@NullMarked
package io.jnetlink.samples.ovs.golden;

import org.jspecify.annotations.NullMarked;
