/** {@code jip link}: one class per command, and how links are asked for, changed and printed. */
@NullMarked
package io.jnetlink.samples.ip.link;

import org.jspecify.annotations.NullMarked;
