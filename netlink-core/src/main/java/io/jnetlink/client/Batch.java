package io.jnetlink.client;

import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests that go to the kernel in one datagram, and what it says to each.
 *
 * <p>The kernel works a datagram off in order. If only the last request asks for an acknowledgement, its answer therefore
 * says that all before it were dealt with, and those that got no error succeeded.
 *
 * <p>Not thread-safe; reusable: the places of a batch stay when it is cleared.
 */
final class Batch implements Awaited {

    private final MessageCodec codec;
    private final BatchLimits limits;
    private final boolean lastOnly;
    private final MessageWriter out = MessageWriter.direct(4096);
    private final List<Place> places = new ArrayList<>();
    private int count;
    private int answered;
    private long replyCost;
    private long firstSequence;
    private boolean lossy;

    private static final class Place {
        private final Conversation conversation = new Conversation();
        private @Nullable Request<?, ?> request;
        private int offset;
        /** Where the request was sent once more, and as which one. */
        private @Nullable Batch again;

        private int indexAgain;
    }

    /**
     * @param lastOnly whether only the last request asks for an acknowledgement
     */
    Batch(MessageCodec codec, BatchLimits limits, boolean lastOnly) {
        this.codec = codec;
        this.limits = limits;
        this.lastOnly = lastOnly;
    }

    /**
     * Takes one more request. An empty batch takes any; if it is too long, the kernel will say so.
     *
     * @return false if it would make the batch too large, and was not taken
     */
    boolean add(Request<?, ?> request, int type) {
        int start = out.length();
        try {
            codec.append(out, request, type, lastOnly ? 0 : MessageFlags.ACK, 0);
        } catch (RuntimeException e) {
            out.remove(start, out.length() - start);
            throw e;
        }
        long cost = limits.replies().costOf(out.length() - start);
        if (count > 0
                && (out.length() > limits.bytes()
                        || replyCost + cost > limits.replies().bytes())) {
            out.remove(start, out.length() - start);
            return false;
        }
        Place place = place(count++);
        place.request = request;
        place.conversation.reset();
        place.again = null;
        place.offset = start;
        replyCost += cost;
        return true;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether the next request would be refused for sure. */
    boolean isFull() {
        return count >= limits.requests();
    }

    int size() {
        return count;
    }

    /** Gives each request its number, and asks for what acknowledgements are wanted. */
    void number(SequenceNumbers sequences) {
        answered = 0;
        lossy = false;
        for (int index = 0; index < count; index++) {
            Place place = places.get(index);
            long sequence = sequences.next();
            firstSequence = index == 0 ? sequence : firstSequence;
            MessageHeader.putSequence(out.buffer(), place.offset, sequence);
            place.conversation.begin(sequence, ReplyHandler.IGNORING);
        }
        MessageHeader.addFlags(out.buffer(), places.get(count - 1).offset, MessageFlags.ACK);
    }

    void observe(MessageObserver observer) {
        for (int index = 0; index < count; index++) {
            int start = places.get(index).offset;
            observer.sent(out.buffer(), start, end(index) - start);
        }
    }

    /** The datagram went out. */
    void noteSent() {
        for (int index = 0; index < count; index++) {
            places.get(index).conversation.noteSent(end(index) - places.get(index).offset);
        }
    }

    /** Bytes of the requests that were sent. */
    long bytesSent() {
        long bytes = 0;
        for (int index = 0; index < count; index++) {
            bytes += places.get(index).conversation.bytesSent();
        }
        return bytes;
    }

    /** Bytes of the messages that answer the requests. */
    long bytesReceived() {
        long bytes = 0;
        for (int index = 0; index < count; index++) {
            bytes += places.get(index).conversation.bytesReceived();
        }
        return bytes;
    }

    private int end(int index) {
        return index + 1 < count ? places.get(index + 1).offset : out.length();
    }

    /** The datagram. */
    ByteBuffer bytes() {
        return out.buffer().slice(0, out.length());
    }

    /** What to call it in a message of failure. */
    String name() {
        String operation = request(0).operation().name();
        return count == 1 ? operation : operation + " and " + (count - 1) + " more";
    }

    @Override
    public boolean take(MessageReader message) {
        long index = SequenceNumbers.distance(firstSequence, message.sequence());
        if (index < 0 || index >= count) {
            return false;
        }
        Conversation conversation = places.get((int) index).conversation;
        boolean before = conversation.hasEnded();
        boolean taken = conversation.take(message);
        answered += !before && conversation.hasEnded() ? 1 : 0;
        return taken;
    }

    @Override
    public boolean hasEnded() {
        return lastOnly && !lossy ? places.get(count - 1).conversation.hasEnded() : answered == count;
    }

    /** From here on silence is no longer success, since an error may have been lost. */
    void noteLoss() {
        lossy = true;
    }

    Request<?, ?> request(int index) {
        Request<?, ?> request = places.get(index).request;
        if (request == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return request;
    }

    /** The type that a request carries. */
    int type(int index) {
        return MessageHeader.type(out.buffer(), places.get(index).offset);
    }

    /**
     * Adds a request, of another type, to another batch. What is said to it there counts from now on.
     *
     * @param other has had no other requests than those of this batch, in their order
     */
    void moveTo(Batch other, int index, int type) {
        Place place = places.get(index);
        place.again = other;
        place.indexAgain = other.size();
        other.add(request(index), type);
    }

    /** What the kernel said to a request, also by silence; null if nobody knows. */
    @Nullable
    KernelVerdict verdict(int index) {
        Place place = places.get(index);
        if (place.again != null) {
            return place.again.verdict(place.indexAgain);
        }
        Conversation conversation = place.conversation;
        if (conversation.failure() != null) {
            return null;
        }
        KernelVerdict spoken = conversation.verdict();
        return spoken == null && lastOnly && hasEnded() ? KernelVerdict.SUCCESS : spoken;
    }

    /** Throws what was wrong with an answer. */
    void throwFailure() {
        for (int index = 0; index < count; index++) {
            RuntimeException failure = places.get(index).conversation.failure();
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** Makes room for the next requests. */
    void clear() {
        for (int index = 0; index < count; index++) {
            places.get(index).request = null;
        }
        out.clear();
        count = 0;
        replyCost = 0;
    }

    private Place place(int index) {
        if (index == places.size()) {
            places.add(new Place());
        }
        return places.get(index);
    }
}
