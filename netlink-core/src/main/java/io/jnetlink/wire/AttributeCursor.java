package io.jnetlink.wire;

/**
 * Walks a list of attributes, checking each length against what is left.
 *
 * <p>Not thread-safe; reusable: {@link #wrap} starts anew, and nothing is allocated. One to three bytes behind the last
 * attribute are passed over as the kernel does ({@code nla_for_each_attr}), and so is the missing padding of the last.
 */
public final class AttributeCursor {

    private NetlinkBuffer buffer = NetlinkBuffer.allocate(0);
    private int next;
    private int end;
    private int attribute;

    /**
     * Starts before the first attribute of a list.
     *
     * @param buffer the bytes
     * @param offset where the list starts
     * @param length how many bytes it has
     * @return this
     */
    public AttributeCursor wrap(NetlinkBuffer buffer, int offset, int length) {
        this.buffer = buffer;
        this.next = offset;
        this.end = offset + length;
        this.attribute = -1;
        return this;
    }

    /**
     * Moves to the next attribute.
     *
     * @return false behind the last one
     * @throws MalformedMessageException if a length is shorter than its own header or longer than what is left
     */
    public boolean next() {
        int left = end - next;
        if (left < AttributeHeader.SIZE) {
            return false;
        }
        int length = AttributeHeader.length(buffer, next);
        if (length < AttributeHeader.SIZE || length > left) {
            throw new MalformedMessageException(
                    "attribute " + AttributeHeader.type(buffer, next) + " claims " + length + " bytes of " + left
                            + " left",
                    next);
        }
        attribute = next;
        next += MessageHeader.align(length);
        return true;
    }

    /** Where the next attribute would start: behind the padding of this one, as far as there is any. */
    public int position() {
        return Math.min(next, end);
    }

    /** Offset of the attribute's header. */
    public int offset() {
        return attribute;
    }

    /** Type without flag bits. */
    public int type() {
        return AttributeHeader.type(buffer, attribute);
    }

    /** Type with flag bits. */
    public int rawType() {
        return AttributeHeader.rawType(buffer, attribute);
    }

    /** Offset of the payload. */
    public int payloadOffset() {
        return attribute + AttributeHeader.SIZE;
    }

    /** Bytes of the payload. */
    public int payloadLength() {
        return AttributeHeader.payloadLength(buffer, attribute);
    }
}
