/** One way of writing results that comes out as iproute2's text or as its JSON. */
@NullMarked
package io.jnetlink.samples.ip.print;

import org.jspecify.annotations.NullMarked;
