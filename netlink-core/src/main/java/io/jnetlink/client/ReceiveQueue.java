package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;

/**
 * The kernel's receive queue of a socket, by its size.
 *
 * <p>Belongs to the thread that receives.
 */
final class ReceiveQueue {

    /** No datagram is charged less: the kernel's own record of it is larger, even before its bytes. */
    private static final int LEAST_CHARGE = 256;

    private final NetlinkSocket socket;
    private int bytes;

    ReceiveQueue(NetlinkSocket socket) {
        this.socket = socket;
        this.bytes = socket.receiveBufferBytes();
    }

    /** No more datagrams than this are queued at any time. */
    int mostDatagrams() {
        // The kernel takes one more as long as those before it are not beyond the limit.
        return bytes / LEAST_CHARGE + 2;
    }

    /** How many overruns there were. */
    long overruns() {
        return socket.counters().overruns();
    }

    /** Doubles it, but not beyond a size; without the right to do so it stays as it is. */
    void grow(int mostBytes) {
        if (bytes < mostBytes) {
            bytes = socket.resizeReceiveBuffer((int) Math.min(mostBytes, 2L * bytes) / 2);
        }
    }
}
