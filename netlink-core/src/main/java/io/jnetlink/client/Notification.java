package io.jnetlink.client;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.Operation;
import io.jnetlink.socket.SocketFeature;
import io.jnetlink.sys.ReceivedInfo;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.OptionalInt;

/**
 * A message that the kernel sent of its own accord, to a multicast group.
 *
 * <p>Immutable; it owns a copy of the bytes.
 */
public final class Notification implements SubscriptionEvent {

    private final ReceivedMessage message;
    private final int group;
    private final int namespaceId;

    Notification(ReceivedMessage message, int group, int namespaceId) {
        this.message = message;
        this.group = group;
        this.namespaceId = namespaceId;
    }

    /** The message. */
    public ReceivedMessage message() {
        return message;
    }

    /**
     * The number of the group that it was sent to; 0 where the kernel does not tell, which is beyond group 32 without
     * {@link SocketFeature#PACKET_INFO}.
     */
    public int group() {
        return group;
    }

    /**
     * The network namespace that it comes from, by the id under which the subscription's own namespace knows it; empty for
     * its own namespace. Others are heard with {@link SocketFeature#ALL_NAMESPACES} only. An index in the message belongs to
     * that namespace.
     */
    public OptionalInt namespaceId() {
        return namespaceId == ReceivedInfo.OWN_NAMESPACE ? OptionalInt.empty() : OptionalInt.of(namespaceId);
    }

    /**
     * Whether it is a message of an operation, by its number; see {@link ReceivedMessage#is}.
     */
    public boolean is(Operation<?, ?> operation) {
        return message.is(operation);
    }

    /**
     * The body.
     *
     * @throws IllegalArgumentException if it is a message of another operation
     * @throws io.jnetlink.wire.MalformedMessageException if a length inside is wrong
     */
    public <M extends MessageBody> M body(Operation<M, ?> operation) {
        return message.body(operation);
    }

    /** The whole message, header included, for readers that know what to do with it. */
    public NetlinkBuffer bytes() {
        return message.bytes();
    }

    @Override
    public String toString() {
        String origin = namespaceId == ReceivedInfo.OWN_NAMESPACE ? "" : ", namespace " + namespaceId;
        return "notification of type " + message.type() + ", group " + group + origin + ", "
                + message.bytes().capacity() + " bytes";
    }
}
