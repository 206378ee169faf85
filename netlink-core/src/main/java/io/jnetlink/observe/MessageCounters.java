package io.jnetlink.observe;

import io.jnetlink.client.MessageObserver;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the messages of one or several clients, and what the kernel refused.
 *
 * <p>Thread-safe.
 */
public final class MessageCounters implements MessageObserver {

    private final LongAdder messagesSent = new LongAdder();
    private final LongAdder bytesSent = new LongAdder();
    private final LongAdder messagesReceived = new LongAdder();
    private final LongAdder bytesReceived = new LongAdder();
    private final LongAdder acknowledgements = new LongAdder();
    private final LongAdder dumps = new LongAdder();
    private final Map<Integer, LongAdder> refusals = new ConcurrentHashMap<>();

    /**
     * What was counted up to a moment.
     *
     * <p>Immutable.
     *
     * @param messagesSent messages to the kernel
     * @param bytesSent bytes in them
     * @param messagesReceived messages from the kernel, acknowledgements and ends of dumps included
     * @param bytesReceived bytes in them
     * @param acknowledgements requests that the kernel acknowledged
     * @param dumps dumps that came to a good end
     * @param refusals requests and dumps that the kernel refused, by error
     */
    public record Counts(
            long messagesSent,
            long bytesSent,
            long messagesReceived,
            long bytesReceived,
            long acknowledgements,
            long dumps,
            Map<Errno, Long> refusals) {

        /** Copies the map. */
        public Counts {
            refusals = Map.copyOf(refusals);
        }
    }

    /** What was counted so far. */
    public Counts counts() {
        Map<Errno, Long> byError = new HashMap<>();
        refusals.forEach((number, count) -> byError.put(Errno.of(number), count.sum()));
        return new Counts(
                messagesSent.sum(),
                bytesSent.sum(),
                messagesReceived.sum(),
                bytesReceived.sum(),
                acknowledgements.sum(),
                dumps.sum(),
                byError);
    }

    @Override
    public void sent(NetlinkBuffer buffer, int offset, int length) {
        messagesSent.increment();
        bytesSent.add(length);
    }

    @Override
    public void received(NetlinkBuffer buffer, int offset, int length) {
        messagesReceived.increment();
        bytesReceived.add(length);
        int type = MessageHeader.type(buffer, offset);
        if (type == MessageHeader.ERROR || type == MessageHeader.DONE) {
            boolean bare = length < MessageHeader.SIZE + Integer.BYTES;
            verdict(type, bare ? 0 : Math.abs(buffer.s32(offset + MessageHeader.SIZE)));
        }
    }

    private void verdict(int type, int errno) {
        if (errno != 0) {
            refusals.computeIfAbsent(errno, e -> new LongAdder()).increment();
        } else if (type == MessageHeader.DONE) {
            dumps.increment();
        } else {
            acknowledgements.increment();
        }
    }
}
