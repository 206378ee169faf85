package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.socket.TruncatedDatagramException;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageWriter;

/**
 * One request, or one batch of them, after the other on a socket: send, then read until the kernel says that it is done.
 *
 * <p>Not thread-safe; the client lets one thread in at a time. Messages with another sequence number belong to requests
 * that were given up, and are dropped. A dump that was given up is read to its end before the next one starts, since the
 * kernel allows one at a time on a socket.
 */
final class Exchange {

    private static final int REQUEST_CAPACITY = 4096;

    private final NetlinkSocket socket;
    private final NetlinkConfig config;
    private final MessageCodec codec;
    private final Inbox inbox;
    private final SequenceNumbers sequences;

    private final MessageWriter out = MessageWriter.direct(REQUEST_CAPACITY);
    private final Conversation conversation = new Conversation();
    /** Whether there is a dump whose end was not read. */
    private boolean unfinishedDump;

    Exchange(NetlinkSocket socket, NetlinkConfig config, MessageCodec codec, SequenceNumbers sequences) {
        this.socket = socket;
        this.config = config;
        this.codec = codec;
        this.inbox = new Inbox(config.observer());
        this.sequences = sequences;
    }

    /**
     * Sends a request and reads its answers.
     *
     * @param type what {@link MessageFraming#messageType} says
     * @return what the kernel said, until the next request
     */
    Conversation run(Request<?, ?> request, int type, int flags, ReplyHandler replies) {
        conversation.begin(sequences.next(), replies);
        boolean dump = (flags & MessageFlags.DUMP) == MessageFlags.DUMP;
        if (dump) {
            finishEarlierDump();
        }
        send(request, type, flags);
        unfinishedDump |= dump;
        await(conversation, request.operation().name());
        unfinishedDump &= !dump;
        conclude(request);
        return conversation;
    }

    /** What was said since the last request began, also if it failed. */
    Conversation conversation() {
        return conversation;
    }

    /**
     * Sends the requests of a batch and reads until each has its answer.
     *
     * @throws OverrunException if answers were lost, once the others are read
     * @throws RequestTimeoutException if an answer is missing
     */
    void run(Batch batch) {
        // The budget of a batch is that of an empty queue.
        takeWhatIsQueued(nobody -> false);
        batch.number(sequences);
        batch.observe(config.observer());
        socket.send(batch.bytes());
        batch.noteSent();
        try {
            await(batch, batch.name());
        } catch (OverrunException e) {
            batch.noteLoss();
            takeWhatIsQueued(batch);
            if (!batch.hasEnded()) {
                throw e;
            }
        }
        batch.throwFailure();
    }

    private void send(Request<?, ?> request, int type, int flags) {
        out.clear();
        codec.append(out, request, type, flags, conversation.sequence());
        if (((request.flags() | flags) & (MessageFlags.ACK | MessageFlags.DUMP)) == 0) {
            conversation.endWithReply();
        }
        config.observer().sent(out.buffer(), 0, out.length());
        socket.send(out.buffer().slice(0, out.length()));
        conversation.noteSent(out.length());
    }

    private void conclude(Request<?, ?> request) {
        RuntimeException failure = conversation.failure();
        if (failure != null) {
            throw failure;
        }
        KernelVerdict verdict = conversation.verdict();
        if (verdict != null && verdict.errno() != 0) {
            throw codec.refusal(request, verdict);
        }
    }

    /**
     * Reads what is left of a dump that was given up. The kernel makes the next part of a dump whenever one is read, so an
     * empty queue says that the end came or was lost: there is nothing to wait for.
     */
    private void finishEarlierDump() {
        if (unfinishedDump) {
            takeWhatIsQueued(nobody -> false);
        }
    }

    private void takeWhatIsQueued(Addressee addressee) {
        boolean empty = false;
        while (!empty) {
            try {
                ReceiveResult result = socket.tryReceive();
                empty = result.status() == ReceiveResult.Status.TIMED_OUT;
                if (result.status() == ReceiveResult.Status.DATAGRAM) {
                    inbox.deliver(result, addressee);
                }
            } catch (MalformedMessageException | TruncatedDatagramException e) {
                // What it was meant for has failed already.
                continue;
            }
        }
        unfinishedDump = false;
    }

    private void await(Awaited awaited, String name) {
        long deadline = nextDeadline();
        while (!awaited.hasEnded()) {
            if (receive(awaited, name, deadline)) {
                deadline = nextDeadline();
            } else if (socket.nanoTime() - deadline >= 0) {
                // What is meant for others must not keep this request waiting for ever.
                throw new RequestTimeoutException(name, config.timeout());
            }
        }
    }

    private long nextDeadline() {
        return socket.nanoTime() + config.timeout().toNanos();
    }

    /** Whether something came for the addressee. */
    private boolean receive(Addressee addressee, String name, long deadline) {
        ReceiveResult result = socket.receive(deadline);
        return switch (result.status()) {
            case DATAGRAM -> inbox.deliver(result, addressee);
            case TIMED_OUT -> throw new RequestTimeoutException(name, config.timeout());
            case OVERRUN -> throw new OverrunException(name);
            case INTERRUPTED -> throw new RequestInterruptedException(name);
            // Nobody wakes this socket but close(), which has an exception of its own.
            case WOKEN -> false;
        };
    }
}
