package io.jnetlink.client;

import io.jnetlink.NetlinkException;
import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageView;

/**
 * How a message type is found out anew, once the kernel knows the old one no more: a question, and what its answer means.
 *
 * <p>Implementations are immutable or thread-safe.
 *
 * @param <M> body of the question and of its answer, as a value
 * @param <V> the same as a view
 */
public interface TypeRenewal<M extends MessageBody, V extends MessageView> {

    /** What to ask the kernel; its own type never needs to be renewed. */
    Request<M, V> question();

    /**
     * The type that the operation has now.
     *
     * @throws io.jnetlink.wire.MalformedMessageException if the answer does not tell
     */
    int typeIn(M answer);

    /** What to throw if the kernel has no such type at all. */
    NetlinkException absent(NotFoundException answer);
}
