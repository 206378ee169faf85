/**
 * rtnetlink for programs: links by name, with the messages underneath always within reach.
 *
 * <p>The generated messages are in {@code io.jnetlink.route.link}.
 */
@NullMarked
package io.jnetlink.route;

import org.jspecify.annotations.NullMarked;
