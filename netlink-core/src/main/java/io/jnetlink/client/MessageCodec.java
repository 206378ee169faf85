package io.jnetlink.client;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageView;
import io.jnetlink.message.Operation;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;
import java.util.function.Predicate;

/**
 * Turns requests into messages, replies into values or views, and refusals into exceptions.
 *
 * <p>Immutable; thread-safe as far as the framing is.
 *
 * @param framing how messages are addressed
 */
record MessageCodec(MessageFraming framing) {

    /**
     * Appends a request.
     *
     * @param type what {@link MessageFraming#messageType} says
     * @param flags to add to the request's own
     * @return where its header starts
     */
    int append(MessageWriter out, Request<?, ?> request, int type, int flags, long sequence) {
        int message = out.beginMessage(type, request.flags() | flags, sequence, 0);
        framing.writePrefix(out, request.operation());
        request.body().writeTo(out);
        out.endMessage(message);
        return message;
    }

    /** What a kernel's no means, told by the request, which is written once more for that: nobody keeps its bytes. */
    KernelRejectedException refusal(Request<?, ?> request, KernelVerdict verdict) {
        MessageWriter copy = MessageWriter.onHeap();
        append(copy, request, 0, 0, 0);
        KernelRejectedException refusal = Refusal.of(request, verdict, copy.buffer(), framing.prefixLength())
                .toException();
        MalformedMessageException damage = verdict.damage();
        if (damage != null) {
            refusal.addSuppressed(damage);
        }
        return refusal;
    }

    /** A reply as a value. */
    <M extends MessageBody> M decode(Operation<M, ?> operation, MessageReader reply) {
        int prefix = prefixOf(reply);
        return operation.decoder().decode(reply.buffer(), reply.bodyOffset() + prefix, reply.bodyLength() - prefix);
    }

    /**
     * Shows replies through one view that moves from one to the next.
     *
     * @param visitor answers false if it wants no more
     */
    <V extends MessageView> ReplyHandler viewing(Operation<?, V> operation, Predicate<? super V> visitor) {
        V view = operation.view().get();
        return reply -> {
            int prefix = prefixOf(reply);
            view.wrapBody(reply.buffer(), reply.bodyOffset() + prefix, reply.bodyLength() - prefix);
            return visitor.test(view);
        };
    }

    private int prefixOf(MessageReader reply) {
        int prefix = framing.prefixLength();
        if (reply.bodyLength() < prefix) {
            throw new MalformedMessageException(
                    "expected a header of " + prefix + " bytes, got " + reply.bodyLength(), reply.bodyOffset());
        }
        return prefix;
    }
}
