/**
 * Property tests of code that speaks netlink: messages drawn from a family's spec, well-formed ones and ones broken in a named way,
 * and the properties to check with them.
 *
 * <p>Start with {@link io.jnetlink.property.NetlinkArbitraries}, or with {@link io.jnetlink.property.CodecContract} for a whole set of
 * properties at once.
 */
@NullMarked
package io.jnetlink.property;

import org.jspecify.annotations.NullMarked;
