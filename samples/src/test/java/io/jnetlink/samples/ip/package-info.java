/** Tests. */
@NullMarked
package io.jnetlink.samples.ip;

import org.jspecify.annotations.NullMarked;
