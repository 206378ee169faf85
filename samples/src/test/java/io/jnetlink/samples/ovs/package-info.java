@NullMarked
package io.jnetlink.samples.ovs;

import org.jspecify.annotations.NullMarked;
