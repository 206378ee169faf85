package io.jnetlink.client;

import io.jnetlink.schema.MessageSchema;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.socket.TruncatedDatagramException;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request after the other on a socket: send, then read until the kernel says that it is done.
 *
 * <p>Not thread-safe; the client lets one thread in at a time. Messages with another sequence number belong to requests
 * that were given up, and are dropped. A dump that was given up is read to its end before the next one starts, since the
 * kernel allows one at a time on a socket.
 */
final class Exchange {

    private static final int REQUEST_CAPACITY = 4096;

    private final NetlinkSocket socket;
    private final NetlinkConfig config;
    private final MessageFraming framing;
    private final MessageWriter out = MessageWriter.direct(REQUEST_CAPACITY);
    private final MessageReader in = new MessageReader();
    /** The socket receives into one buffer all its life, so one wrapper serves. */
    private @Nullable NetlinkBuffer received;

    private final SequenceNumbers sequences;
    private long sequence;
    /** Sequence number of a dump whose end was not read; 0 if there is none. */
    private long unfinishedDump;

    private boolean interrupted;
    private @Nullable RuntimeException failure;

    Exchange(NetlinkSocket socket, NetlinkConfig config, MessageFraming framing, SequenceNumbers sequences) {
        this.socket = socket;
        this.config = config;
        this.framing = framing;
        this.sequences = sequences;
    }

    /**
     * Sends a request and reads its answers.
     *
     * @param type what {@link MessageFraming#messageType} says
     * @return whether a dump was marked as interrupted
     */
    boolean run(Request<?, ?> request, int type, int flags, Consumer<MessageReader> replies) {
        String operation = request.operation().name();
        boolean dump = (flags & MessageFlags.DUMP) == MessageFlags.DUMP;
        if (dump) {
            finishEarlierDump();
        }
        interrupted = false;
        failure = null;
        send(request, type, flags);
        if (dump) {
            unfinishedDump = sequence;
        }
        KernelVerdict verdict = readUntilVerdict(operation, replies);
        if (dump) {
            unfinishedDump = 0;
        }
        if (failure != null) {
            throw failure;
        }
        if (verdict.errno() != 0) {
            throw refusal(request, verdict);
        }
        return interrupted;
    }

    private void send(Request<?, ?> request, int type, int flags) {
        sequence = sequences.next();
        out.clear();
        int message = out.beginMessage(type, request.flags() | flags, sequence, 0);
        framing.writePrefix(out, request.operation());
        request.body().writeTo(out);
        out.endMessage(message);
        config.observer().sent(out.buffer(), 0, out.length());
        socket.send(out.buffer().slice(0, out.length()));
    }

    /**
     * Reads what is left of a dump that was given up. The kernel makes the next part of a dump whenever one is read, so an
     * empty queue says that the end came or was lost: there is nothing to wait for.
     */
    private void finishEarlierDump() {
        while (unfinishedDump != 0) {
            try {
                ReceiveResult result = socket.tryReceive();
                if (result.status() == ReceiveResult.Status.TIMED_OUT) {
                    unfinishedDump = 0;
                } else if (result.status() == ReceiveResult.Status.DATAGRAM) {
                    passOverEarlierDump(result);
                }
            } catch (MalformedMessageException | TruncatedDatagramException e) {
                // Its request has failed already, and this one has not begun.
                continue;
            }
        }
    }

    private void passOverEarlierDump(ReceiveResult result) {
        wrap(result);
        while (in.next()) {
            observe();
            if (in.sequence() == unfinishedDump && isVerdict(in.type())) {
                unfinishedDump = 0;
            }
        }
    }

    private KernelVerdict readUntilVerdict(String operation, Consumer<MessageReader> replies) {
        long deadline = nextDeadline();
        while (true) {
            receive(operation, deadline);
            boolean answered = false;
            KernelVerdict verdict = null;
            while (in.next()) {
                observe();
                if (in.sequence() == sequence && in.type() != MessageHeader.NOOP) {
                    KernelVerdict said = take(replies);
                    verdict = said == null ? verdict : said;
                    answered = true;
                }
            }
            if (verdict != null) {
                return verdict;
            } else if (answered) {
                deadline = nextDeadline();
            } else if (socket.nanoTime() - deadline >= 0) {
                // What is meant for others must not keep this request waiting for ever.
                throw new RequestTimeoutException(operation, config.timeout());
            }
        }
    }

    private long nextDeadline() {
        return socket.nanoTime() + config.timeout().toNanos();
    }

    private void receive(String operation, long deadline) {
        ReceiveResult result = socket.receive(deadline);
        switch (result.status()) {
            case DATAGRAM -> wrap(result);
            case TIMED_OUT -> throw new RequestTimeoutException(operation, config.timeout());
            case OVERRUN -> throw new OverrunException(operation);
            case INTERRUPTED -> throw new RequestInterruptedException(operation);
            // Nobody wakes this socket but close(), which has an exception of its own.
            case WOKEN -> in.wrap(NetlinkBuffer.allocate(0), 0, 0);
        }
    }

    private void wrap(ReceiveResult result) {
        if (received == null) {
            received = NetlinkBuffer.wrap(result.datagram());
        }
        in.wrap(received, 0, result.datagram().limit());
    }

    private void observe() {
        config.observer().received(in.buffer(), in.offset(), in.length());
    }

    private static boolean isVerdict(int type) {
        return type == MessageHeader.ERROR || type == MessageHeader.DONE;
    }

    /** Returns the verdict if this message is one. */
    private @Nullable KernelVerdict take(Consumer<MessageReader> replies) {
        if ((in.flags() & MessageFlags.DUMP_INTERRUPTED) != 0) {
            interrupted = true;
        }
        if (isVerdict(in.type())) {
            return KernelVerdict.of(in);
        }
        if (failure == null) {
            try {
                replies.accept(in);
            } catch (RuntimeException e) {
                // Thrown once the rest is read, or it would be taken for the answer to the next request.
                failure = e;
            }
        }
        return null;
    }

    private KernelRejectedException refusal(Request<?, ?> request, KernelVerdict verdict) {
        MessageSchema schema = request.body().messageSchema();
        return Refusal.of(request.operation().name(), schema, verdict, out.buffer(), framing.prefixLength())
                .toException();
    }
}
