package io.jnetlink.socket;

import io.jnetlink.sys.ReceivedInfo;
import java.nio.ByteBuffer;

/**
 * What one call of {@link NetlinkSocket#receive} brought. A socket has one such object and fills it again with each call.
 *
 * <p>Not thread-safe: belongs to the receiving thread.
 */
public final class ReceiveResult {

    /** The ways in which a receive ends without an exception. */
    public enum Status {
        /** A datagram of the kernel is there. */
        DATAGRAM,

        /** The deadline passed with nothing to read; for a receive that does not wait: there was nothing to read. */
        TIMED_OUT,

        /**
         * The kernel dropped datagrams because the queue was full. The stream goes on: what is queued and what follows can be
         * received, but whoever mirrors kernel state must read it anew.
         */
        OVERRUN,

        /** {@link NetlinkSocket#wakeup()} was called. */
        WOKEN,

        /** The receiving thread is interrupted, and still marked as such. */
        INTERRUPTED
    }

    private final ByteBuffer buffer;
    private final ReceivedInfo info;
    private Status status = Status.TIMED_OUT;

    ReceiveResult(ByteBuffer buffer, ReceivedInfo info) {
        this.buffer = buffer;
        this.info = info;
        buffer.limit(0);
    }

    /**
     * How the receive ended.
     *
     * @return the status
     */
    public Status status() {
        return status;
    }

    /**
     * The datagram: always whole, always from the kernel.
     *
     * <p>The bytes are good until the next receive and until the socket is closed; copy what shall live longer.
     *
     * @return a direct buffer in native byte order from position 0 to its limit, always the same object; empty unless the status is
     *     {@link Status#DATAGRAM}
     */
    public ByteBuffer datagram() {
        return buffer;
    }

    /**
     * Whether the datagram was sent to a multicast group; sure for groups up to 32, and beyond them with {@link
     * SocketFeature#PACKET_INFO}.
     *
     * @return false for a reply
     */
    public boolean isMulticast() {
        return info.senderGroups() != 0 || info.multicastGroup() != 0;
    }

    /**
     * The multicast group the datagram was sent to; for groups beyond 32 only with {@link SocketFeature#PACKET_INFO}.
     *
     * @return the group's number, 0 for none
     */
    public int multicastGroup() {
        int group = info.multicastGroup();
        return group != 0 || info.senderGroups() == 0 ? group : Integer.numberOfTrailingZeros(info.senderGroups()) + 1;
    }

    /**
     * The namespace the datagram comes from, with {@link SocketFeature#ALL_NAMESPACES}.
     *
     * @return its id as seen from the socket's namespace, or {@link ReceivedInfo#OWN_NAMESPACE}
     */
    public int namespaceId() {
        return info.namespaceId();
    }

    ReceiveResult datagram(int length) {
        buffer.limit(length);
        status = Status.DATAGRAM;
        return this;
    }

    ReceiveResult without(Status reason) {
        buffer.limit(0);
        info.set(0, 0, 0);
        status = reason;
        return this;
    }

    @Override
    public String toString() {
        return status == Status.DATAGRAM ? "datagram of " + buffer.limit() + " bytes" : status.toString();
    }
}
