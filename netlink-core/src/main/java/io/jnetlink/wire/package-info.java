/**
 * Bytes: message and attribute headers, and bounds-checked reading and writing of what lies between them.
 *
 * <p>Layouts follow {@code include/uapi/linux/netlink.h}. Indices are absolute and come first, values second; byte order
 * is a parameter, never a mode. Nothing here knows what an attribute means.
 */
@NullMarked
package io.jnetlink.wire;

import org.jspecify.annotations.NullMarked;
