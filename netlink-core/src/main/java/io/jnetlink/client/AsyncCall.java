package io.jnetlink.client;

import io.jnetlink.wire.MessageFlags;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A request of an asynchronous client: its conversation, and the future that gets the outcome.
 *
 * <p>Belongs to the loop's thread, but for the future and {@link #isSettled()}.
 */
final class AsyncCall<T> {

    private final Request<?, ?> request;
    private final int type;
    private final int flags;
    private final ReplyHandler replies;
    private final Function<Conversation, T> outcome;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private final Conversation conversation = new Conversation();
    private volatile boolean settled;
    private long deadline;
    private long replyCost;

    /**
     * @param type what {@link MessageFraming#messageType} says
     * @param flags beside those of the request
     * @param outcome what the future gets after success
     */
    AsyncCall(Request<?, ?> request, int type, int flags, ReplyHandler replies, Function<Conversation, T> outcome) {
        this.request = request;
        this.type = type;
        this.flags = flags;
        this.replies = replies;
        this.outcome = outcome;
    }

    Request<?, ?> request() {
        return request;
    }

    String name() {
        return request.operation().name();
    }

    int type() {
        return type;
    }

    int flags() {
        return flags;
    }

    boolean isDump() {
        return (flags & MessageFlags.DUMP) == MessageFlags.DUMP;
    }

    CompletableFuture<T> future() {
        return future;
    }

    Conversation conversation() {
        return conversation;
    }

    /** Whether the exchange completed the future, or is about to; otherwise a completed future was cancelled by its owner. */
    boolean isSettled() {
        return settled;
    }

    /**
     * It is about to be sent.
     *
     * @param cost room that the answer may take in the receive queue
     */
    void begin(long sequence, long cost) {
        replyCost = cost;
        conversation.begin(sequence, replies);
    }

    long replyCost() {
        return replyCost;
    }

    long deadline() {
        return deadline;
    }

    void extendTo(long nanoTime) {
        deadline = nanoTime;
    }

    void fail(Throwable reason) {
        settled = true;
        future.completeExceptionally(reason);
    }

    /** Completes the future after the kernel's last word. */
    void conclude(MessageCodec codec) {
        RuntimeException failure = conversation.failure();
        KernelVerdict verdict = conversation.verdict();
        if (failure != null) {
            fail(failure);
        } else if (verdict != null && verdict.errno() != 0) {
            fail(codec.refusal(request, verdict));
        } else {
            settled = true;
            future.complete(outcome.apply(conversation));
        }
    }
}
