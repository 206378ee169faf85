/**
 * Reads netlink family specs, written in the kernel's YAML dialect and our {@code x-} overlay keys, into the model of
 * {@link io.jnetlink.spec.ir}, or tells everything that is wrong with them.
 */
@NullMarked
package io.jnetlink.spec;

import org.jspecify.annotations.NullMarked;
