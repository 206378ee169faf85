/**
 * The resolved, language-neutral model of a netlink family: what a spec says after numbering, merging and reference
 * checking. Nothing here knows YAML, and every name that occurs can be looked up on {@link io.jnetlink.spec.ir.Family}.
 */
@NullMarked
package io.jnetlink.spec.ir;

import org.jspecify.annotations.NullMarked;
