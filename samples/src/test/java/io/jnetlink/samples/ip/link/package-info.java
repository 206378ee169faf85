/** Tests. */
@NullMarked
package io.jnetlink.samples.ip.link;

import org.jspecify.annotations.NullMarked;
