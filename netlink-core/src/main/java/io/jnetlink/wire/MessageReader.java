package io.jnetlink.wire;

/**
 * Walks the messages of one datagram, checking each length against what is left.
 *
 * <p>Not thread-safe; reusable: {@link #wrap} starts anew, and nothing is allocated.
 */
public final class MessageReader {

    private NetlinkBuffer buffer = NetlinkBuffer.allocate(0);
    private int next;
    private int end;
    private int message;

    /**
     * Starts before the first message.
     *
     * @param buffer the bytes
     * @param offset where the datagram starts
     * @param length how many bytes it has
     * @return this
     */
    public MessageReader wrap(NetlinkBuffer buffer, int offset, int length) {
        this.buffer = buffer;
        this.next = offset;
        this.end = offset + length;
        this.message = -1;
        return this;
    }

    /**
     * Moves to the next message.
     *
     * @return false behind the last one
     * @throws MalformedMessageException if fewer bytes are left than a header or than the header claims
     */
    public boolean next() {
        int left = end - next;
        if (left <= 0) {
            return false;
        }
        if (left < MessageHeader.SIZE) {
            throw new MalformedMessageException(left + " bytes left, too few for a message header", next);
        }
        long length = MessageHeader.length(buffer, next);
        if (length < MessageHeader.SIZE || length > left) {
            throw new MalformedMessageException("message claims " + length + " bytes of " + left + " left", next);
        }
        message = next;
        next += MessageHeader.align((int) length);
        return true;
    }

    /** The bytes that are read. */
    public NetlinkBuffer buffer() {
        return buffer;
    }

    /** Offset of the message's header. */
    public int offset() {
        return message;
    }

    /** Length of header and body. */
    public int length() {
        return (int) MessageHeader.length(buffer, message);
    }

    /** Message type. */
    public int type() {
        return MessageHeader.type(buffer, message);
    }

    /** {@code NLM_F_…} bits. */
    public int flags() {
        return MessageHeader.flags(buffer, message);
    }

    /** Sequence number, unsigned. */
    public long sequence() {
        return MessageHeader.sequence(buffer, message);
    }

    /** Port id, unsigned. */
    public long portId() {
        return MessageHeader.portId(buffer, message);
    }

    /** Offset of the body. */
    public int bodyOffset() {
        return message + MessageHeader.SIZE;
    }

    /** Bytes of the body. */
    public int bodyLength() {
        return length() - MessageHeader.SIZE;
    }
}
