package io.jnetlink.client;

import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageReader;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request of an asynchronous client: its conversation, and the future that gets the outcome.
 *
 * <p>Belongs to the loop's thread, but for the future and {@link #isSettled()}.
 */
final class AsyncCall<T> {

    private final Request<?, ?> request;
    private final int flags;
    private final Runnable beginning;
    private final ReplyHandler replies;
    private final Function<Conversation, T> outcome;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private final Conversation conversation = new Conversation();
    private volatile boolean settled;
    private int type;
    private boolean renewed;
    private long deadline;
    private long replyCost;
    private @Nullable ExchangeRecording recording;
    /** What the reply handler threw that was no exception. */
    private @Nullable Error error;

    /**
     * @param type what {@link MessageFraming#messageType} says
     * @param flags beside those of the request
     * @param beginning run whenever the request is sent
     * @param outcome what the future gets after success
     */
    AsyncCall(
            Request<?, ?> request,
            int type,
            int flags,
            Runnable beginning,
            ReplyHandler replies,
            Function<Conversation, T> outcome) {
        this.request = request;
        this.type = type;
        this.flags = flags;
        this.beginning = beginning;
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

    /** Whether the request was sent with another type before. */
    boolean isRenewed() {
        return renewed;
    }

    /** The request is to be sent once more, with the type that its operation has now. */
    void renew(int newType) {
        type = newType;
        renewed = true;
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
        recording = ExchangeRecording.beginIfRecorded(request, isDump());
        conversation.begin(sequence, this::take);
        beginning.run();
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
        endRecording(reason);
        future.completeExceptionally(reason);
    }

    void succeed() {
        try {
            T value = outcome.apply(conversation);
            settled = true;
            endRecording(null);
            future.complete(value);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** What went wrong, once the kernel has said its last word; null if nothing did. */
    @Nullable
    Throwable failure(MessageCodec codec) {
        if (error != null) {
            return error;
        }
        RuntimeException failure = conversation.failure();
        KernelVerdict verdict = conversation.verdict();
        if (failure != null || verdict == null || verdict.errno() == 0) {
            return failure;
        }
        return codec.refusal(request, verdict);
    }

    /** The flight recorder has its event, if it wants one; what comes later is no part of it. */
    void endRecording(@Nullable Throwable failure) {
        if (recording != null) {
            recording.end(conversation, failure);
            recording = null;
        }
    }

    /** Lets no error of the caller's code into the loop, where it would take the other requests along. */
    private boolean take(MessageReader reply) {
        try {
            return replies.take(reply);
        } catch (Error e) {
            error = e;
            return false;
        }
    }
}
