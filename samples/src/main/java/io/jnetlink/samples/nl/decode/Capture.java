package io.jnetlink.samples.nl.decode;

import io.jnetlink.wire.NetlinkBuffer;
import java.util.OptionalInt;

/**
 * A recorded datagram: one message or several.
 *
 * <p>Immutable, as long as nobody writes the bytes.
 *
 * @param origin where it was found, for the reader
 * @param protocol netlink protocol number, if the recording tells
 * @param bytes the datagram
 */
record Capture(String origin, OptionalInt protocol, NetlinkBuffer bytes) {}
