/** Flows as values: which packets they are for, what they do, and the requests about them. */
@NullMarked
package io.jnetlink.ovs.rule;

import org.jspecify.annotations.NullMarked;
