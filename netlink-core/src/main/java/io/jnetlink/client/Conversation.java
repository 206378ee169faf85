package io.jnetlink.client;

import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel says to one request, from the moment it is sent until the verdict.
 *
 * <p>The blocking client, the pipeline and the asynchronous client differ in how they wait and how many requests they have
 * in flight; which message belongs to a request, when the request is over, and how much was said is decided here for all of
 * them.
 *
 * <p>Not thread-safe; reusable: {@link #begin} starts anew, and success allocates nothing.
 */
final class Conversation implements Awaited {

    private long sequence;
    private ReplyHandler replies = ReplyHandler.IGNORING;
    private boolean listening;
    private boolean endsWithReply;
    /** {@code NLM_F_…} bits of all messages that were listened to, together. */
    private int flags;

    private int bytesSent;
    private long bytesReceived;
    private int repliesReceived;
    private @Nullable KernelVerdict verdict;
    private @Nullable RuntimeException failure;

    /** Starts with a request that is about to be sent. */
    Conversation begin(long number, ReplyHandler handler) {
        sequence = number;
        replies = handler;
        listening = true;
        endsWithReply = false;
        flags = 0;
        bytesSent = 0;
        bytesReceived = 0;
        repliesReceived = 0;
        verdict = null;
        failure = null;
        return this;
    }

    /** Takes the first reply for the end, for a request that asks for no acknowledgement: none will come. */
    void endWithReply() {
        endsWithReply = true;
    }

    /** Forgets what was said: nothing is known of a request that was not sent yet. */
    void reset() {
        begin(0, ReplyHandler.IGNORING);
    }

    /** The request goes out. */
    void noteSent(int bytes) {
        bytesSent = bytes;
    }

    @Override
    public boolean take(MessageReader message) {
        if (message.sequence() != sequence || message.type() == MessageHeader.NOOP) {
            return false;
        }
        bytesReceived += message.length();
        if (isVerdict(message)) {
            end(message);
        } else {
            repliesReceived++;
            if (listening) {
                hearReply(message);
            }
            verdict = endsWithReply ? KernelVerdict.SUCCESS : verdict;
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

    /** Bytes of the request; 0 until it is sent. */
    int bytesSent() {
        return bytesSent;
    }

    /** Bytes of the messages that answer the request, the verdict included. */
    long bytesReceived() {
        return bytesReceived;
    }

    /** Messages that answer the request, without the verdict; also those that nobody listened to. */
    int repliesReceived() {
        return repliesReceived;
    }

    /** Number of the request. */
    long sequence() {
        return sequence;
    }

    /** How a dump was marked, as far as somebody listened to it. */
    DumpMarks marks() {
        return DumpMarks.of(flags, extendedAck());
    }

    /** The kernel's last word, or null if it has not come. */
    @Nullable
    KernelVerdict verdict() {
        return verdict;
    }

    /** What the kernel said beside success or refusal. */
    ExtendedAck extendedAck() {
        return verdict == null ? ExtendedAck.empty() : verdict.extendedAck();
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
        noteFlags(message);
        try {
            verdict = KernelVerdict.of(message);
        } catch (MalformedMessageException e) {
            // It is the end all the same: nothing else will come.
            verdict = KernelVerdict.SUCCESS;
            failure = failure == null ? e : failure;
        }
    }

    private void hearReply(MessageReader message) {
        noteFlags(message);
        try {
            listening = replies.take(message);
        } catch (RuntimeException e) {
            // Thrown once the rest is read, or it would be taken for the answer to the next request.
            failure = e;
            listening = false;
        }
    }

    /** The flags of an error message mean other things, and are no marks. */
    private void noteFlags(MessageReader message) {
        if (listening && message.type() != MessageHeader.ERROR) {
            flags |= message.flags();
        }
    }
}
