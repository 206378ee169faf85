package io.jnetlink.client;

import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel says to one request, from the moment it is sent until the verdict.
 *
 * <p>The blocking client, the pipeline and the asynchronous client differ in how they wait and how many requests they have
 * in flight; which message belongs to a request, and when the request is over, is decided here for all of them.
 *
 * <p>Not thread-safe; reusable: {@link #begin} starts anew, and success allocates nothing.
 */
final class Conversation implements Awaited {

    private long sequence;
    private ReplyHandler replies = ReplyHandler.IGNORING;
    private boolean listening;
    private boolean interrupted;
    private @Nullable KernelVerdict verdict;
    private @Nullable RuntimeException failure;

    /** Starts with a request that is about to be sent. */
    Conversation begin(long number, ReplyHandler handler) {
        sequence = number;
        replies = handler;
        listening = true;
        interrupted = false;
        verdict = null;
        failure = null;
        return this;
    }

    @Override
    public boolean take(MessageReader message) {
        if (message.sequence() != sequence || message.type() == MessageHeader.NOOP) {
            return false;
        }
        if (isVerdict(message)) {
            end(message);
        } else if (listening) {
            hearReply(message);
        }
        return true;
    }

    /** Lets the rest go by: replies are dropped, and only the verdict is waited for. */
    void stopListening() {
        listening = false;
    }

    @Override
    public boolean hasEnded() {
        return verdict != null;
    }

    /** Number of the request. */
    long sequence() {
        return sequence;
    }

    /** Whether a dump was marked as interrupted, as far as somebody listened to it. */
    boolean interrupted() {
        return interrupted;
    }

    /** The kernel's last word, or null if it has not come. */
    @Nullable
    KernelVerdict verdict() {
        return verdict;
    }

    /** What the reply handler threw, or what was wrong with the verdict; null if nothing. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /** Whether a message ends a request. */
    static boolean isVerdict(MessageReader message) {
        int type = message.type();
        return type == MessageHeader.ERROR || type == MessageHeader.DONE;
    }

    private void end(MessageReader message) {
        noteInterruption(message);
        try {
            verdict = KernelVerdict.of(message);
        } catch (MalformedMessageException e) {
            // It is the end all the same: nothing else will come.
            verdict = KernelVerdict.SUCCESS;
            failure = failure == null ? e : failure;
        }
    }

    private void hearReply(MessageReader message) {
        noteInterruption(message);
        try {
            listening = replies.take(message);
        } catch (RuntimeException e) {
            // Thrown once the rest is read, or it would be taken for the answer to the next request.
            failure = e;
            listening = false;
        }
    }

    private void noteInterruption(MessageReader message) {
        if (listening && (message.flags() & MessageFlags.DUMP_INTERRUPTED) != 0) {
            interrupted = true;
        }
    }
}
