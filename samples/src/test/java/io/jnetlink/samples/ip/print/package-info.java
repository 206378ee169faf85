/** Tests. */
@NullMarked
package io.jnetlink.samples.ip.print;

import org.jspecify.annotations.NullMarked;
