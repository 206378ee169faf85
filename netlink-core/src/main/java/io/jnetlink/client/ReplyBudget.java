package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.SocketFeature;

/**
 * How many answers the receive queue of a socket can hold before they are read.
 *
 * <p>The kernel counts the memory that a message takes, not its bytes: a structure that describes it, one behind its data,
 * and what the allocator rounds up. The counts below are those of 64-bit kernels, rounded up where versions differ.
 *
 * <p>Immutable.
 *
 * @param bytes room in the queue, as the kernel counts
 * @param capped whether errors come without the request they refuse
 */
record ReplyBudget(long bytes, boolean capped) {

    private static final int DESCRIPTION = 256;
    private static final int BEHIND_DATA = 384;
    /** Header, error number, echoed header, and room for a sentence, an offset and a policy. */
    private static final int VERDICT = 292;

    /** What a socket has. */
    static ReplyBudget of(NetlinkSocket socket) {
        return new ReplyBudget(socket.receiveBufferBytes(), socket.features().contains(SocketFeature.CAPPED_ACK));
    }

    /** The most that the verdict on a request of that many bytes takes. */
    long costOf(int requestLength) {
        long data = VERDICT + (capped ? 0L : requestLength) + BEHIND_DATA;
        return DESCRIPTION + (Long.highestOneBit(data - 1) << 1);
    }
}
