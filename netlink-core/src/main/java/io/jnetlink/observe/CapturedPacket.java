package io.jnetlink.observe;

import io.jnetlink.wire.NetlinkBuffer;
import java.time.Instant;

/**
 * What a capture holds of one datagram; walk its messages with {@link io.jnetlink.wire.MessageReader}.
 *
 * <p>Immutable, unless somebody writes into its bytes.
 *
 * @param time when it was taken
 * @param direction which way it went
 * @param protocol netlink protocol
 * @param bytes one or several messages, in the byte order of the machine that they were captured on
 * @param truncated whether the capture left out the end
 */
public record CapturedPacket(
        Instant time, MessageDirection direction, int protocol, NetlinkBuffer bytes, boolean truncated) {}
