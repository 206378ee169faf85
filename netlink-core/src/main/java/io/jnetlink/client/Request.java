package io.jnetlink.client;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageView;
import io.jnetlink.message.Operation;
import io.jnetlink.wire.MessageFlags;

/**
 * What is asked of the kernel: an operation, the body of its message, and flags.
 *
 * <p>Immutable. Message type, sequence number and port id are the client's business, and so are {@code NLM_F_ACK} and
 * {@code NLM_F_DUMP}: they follow from the method that the request is given to.
 *
 * @param <M> body as a value
 * @param <V> body as a view
 */
public final class Request<M extends MessageBody, V extends MessageView> {

    private final Operation<M, V> operation;
    private final M body;
    private final int flags;

    private Request(Operation<M, V> operation, M body, int flags) {
        this.operation = operation;
        this.body = body;
        this.flags = flags;
    }

    /**
     * A request with the flags that the operation has by itself.
     *
     * @throws IllegalArgumentException if only the kernel sends this operation
     */
    public static <M extends MessageBody, V extends MessageView> Request<M, V> of(Operation<M, V> operation, M body) {
        if (operation.schema().request() < 0) {
            throw new IllegalArgumentException(operation.name() + " is a notification: only the kernel sends it");
        }
        return new Request<>(operation, body, MessageFlags.REQUEST | operation.defaultFlags());
    }

    /**
     * The same request with more flags.
     *
     * @param more {@code NLM_F_…} bits of {@link MessageFlags}
     */
    public Request<M, V> withFlags(int more) {
        return new Request<>(operation, body, flags | more);
    }

    /** What is asked for. */
    public Operation<M, V> operation() {
        return operation;
    }

    /** The body of the message. */
    public M body() {
        return body;
    }

    /** {@code NLM_F_…} bits. */
    public int flags() {
        return flags;
    }

    /** Name of the operation and its body in one line. */
    @Override
    public String toString() {
        return operation.name() + " " + body;
    }
}
