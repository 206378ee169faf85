/** Tests. */
@NullMarked
package io.jnetlink.samples.ip.grammar;

import org.jspecify.annotations.NullMarked;
