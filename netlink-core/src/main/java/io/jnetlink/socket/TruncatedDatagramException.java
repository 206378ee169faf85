package io.jnetlink.socket;

import io.jnetlink.NetlinkException;

/**
 * A datagram was longer than the socket could take, and its end is lost. Whoever waits for a reply must ask again with a larger {@link
 * SocketOptions#datagramCapacity()}; whoever follows events has missed some.
 *
 * <p>Immutable.
 */
public final class TruncatedDatagramException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    private final int length;
    private final int capacity;

    TruncatedDatagramException(int length, int capacity) {
        super("a datagram of " + length + " bytes was truncated to " + capacity);
        this.length = length;
        this.capacity = capacity;
    }

    /**
     * How long the datagram was.
     *
     * @return bytes
     */
    public int length() {
        return length;
    }

    /**
     * How much of it the socket could take.
     *
     * @return bytes
     */
    public int capacity() {
        return capacity;
    }
}
