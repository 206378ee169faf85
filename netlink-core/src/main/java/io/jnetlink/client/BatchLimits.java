package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;

/**
 * How much may be sent before answers are read.
 *
 * <p>Immutable.
 *
 * @param requests most requests in a batch
 * @param bytes most bytes of a batch
 * @param replies room for the answers
 */
record BatchLimits(int requests, int bytes, ReplyBudget replies) {

    /** A larger batch would save nothing, and the kernel would need to find memory for it. */
    private static final int MOST_BYTES = 64 << 10;
    /** What the kernel keeps of the send buffer for itself. */
    private static final int SEND_OVERHEAD = 32;

    /** What a socket can take. */
    static BatchLimits of(NetlinkSocket socket, int requests) {
        int bytes = Math.min(MOST_BYTES, socket.sendBufferBytes() - SEND_OVERHEAD);
        return new BatchLimits(requests, bytes, ReplyBudget.of(socket));
    }
}
