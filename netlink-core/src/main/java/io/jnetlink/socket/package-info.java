/**
 * One netlink socket: opened with the options a request engine wants, sending and receiving whole datagrams.
 *
 * <p>Nothing here knows what a message means: datagrams go in and out as {@link java.nio.ByteBuffer}s.
 */
@NullMarked
package io.jnetlink.socket;

import org.jspecify.annotations.NullMarked;
