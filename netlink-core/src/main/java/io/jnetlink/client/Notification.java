package io.jnetlink.client;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.Operation;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;

/**
 * A message that the kernel sent of its own accord, to a multicast group.
 *
 * <p>Immutable; it owns a copy of the bytes.
 */
public final class Notification implements SubscriptionEvent {

    private final MessageFraming framing;
    private final NetlinkBuffer bytes;
    private final int group;

    Notification(MessageFraming framing, NetlinkBuffer bytes, int group) {
        this.framing = framing;
        this.bytes = bytes;
        this.group = group;
    }

    /** The number of the group that it was sent to; 0 where the kernel does not tell. */
    public int group() {
        return group;
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
            throw new IllegalArgumentException("a message of type " + reader().type() + " is no " + operation.name());
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
    public String toString() {
        return "notification of type " + reader().type() + ", group " + group + ", " + bytes.capacity() + " bytes";
    }
}
