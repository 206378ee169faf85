/**
 * The request engine: sends requests, matches replies by sequence number, and turns refusals into exceptions that name
 * the attribute at fault.
 *
 * <p>{@link io.jnetlink.client.NetlinkClient} blocks, and sends many requests at once by a {@link
 * io.jnetlink.client.Pipeline}; {@link io.jnetlink.client.AsyncNetlinkClient} has many in flight on a {@link
 * io.jnetlink.client.SocketLoop}.
 */
@NullMarked
package io.jnetlink.client;

import org.jspecify.annotations.NullMarked;
