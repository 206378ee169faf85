package io.jnetlink.client;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.Operation;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;

/**
 * One message of the kernel, header included, that nobody has taken apart yet.
 *
 * <p>Immutable; it owns a copy of the bytes. Two are equal if their bytes are, sequence number and port id included.
 */
public final class ReceivedMessage {

    private final MessageFraming framing;
    private final NetlinkBuffer bytes;

    ReceivedMessage(MessageFraming framing, NetlinkBuffer bytes) {
        this.framing = framing;
        this.bytes = bytes;
    }

    /** Copies the message that a reader is at. */
    static ReceivedMessage copyOf(MessageReader message, MessageFraming framing) {
        byte[] copy = message.buffer().bytes(message.offset(), message.length());
        return new ReceivedMessage(
                framing, NetlinkBuffer.wrap(copy, message.buffer().hostOrder()));
    }

    /** The type in the header; for generic netlink, the number of the family. */
    public int type() {
        return MessageHeader.type(bytes, 0);
    }

    /** The {@code NLM_F_…} bits of the header; a notification repeats some of the request that caused it. */
    public int flags() {
        return MessageHeader.flags(bytes, 0);
    }

    /**
     * Whether it is a message of an operation, by its number. Two operations of one number, such as those of links and of
     * bridge ports, are told apart by their bodies.
     */
    public boolean is(Operation<?, ?> operation) {
        MessageReader reader = reader();
        return reader.bodyLength() >= framing.prefixLength() && framing.isReply(operation, reader);
    }

    /**
     * The body.
     *
     * @throws IllegalArgumentException if it is a message of another operation
     * @throws io.jnetlink.wire.MalformedMessageException if a length inside is wrong
     */
    public <M extends MessageBody> M body(Operation<M, ?> operation) {
        if (!is(operation)) {
            throw new IllegalArgumentException("a message of type " + type() + " is no " + operation.name());
        }
        MessageReader reader = reader();
        int prefix = framing.prefixLength();
        return operation.decoder().decode(bytes, reader.bodyOffset() + prefix, reader.bodyLength() - prefix);
    }

    /** The whole message, header included, for readers that know what to do with it. */
    public NetlinkBuffer bytes() {
        return bytes;
    }

    private MessageReader reader() {
        MessageReader reader = new MessageReader().wrap(bytes, 0, bytes.capacity());
        reader.next();
        return reader;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReceivedMessage that
                && bytes.capacity() == that.bytes.capacity()
                && bytes.matches(0, that.bytes, 0, bytes.capacity());
    }

    @Override
    public int hashCode() {
        return bytes.slice(0, bytes.capacity()).hashCode();
    }

    @Override
    public String toString() {
        return "message of type " + type() + ", " + bytes.capacity() + " bytes";
    }
}
