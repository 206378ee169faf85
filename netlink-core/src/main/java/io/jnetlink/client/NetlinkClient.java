package io.jnetlink.client;

import io.jnetlink.NetlinkException;
import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageView;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.SocketClosedException;
import io.jnetlink.socket.SocketCounters;
import io.jnetlink.wire.MessageFlags;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A blocking client of one netlink socket: one request at a time, each matched with its answer.
 *
 * <p>Thread-safe: requests of several threads take turns. {@link #close()} may be called at any time and ends the waits
 * of others with {@link ClosedClientException}. A request ends at the latest when the kernel has had no word for it during
 * the configured timeout, not counting the time until its turn comes.
 *
 * <pre>{@code
 * try (NetlinkClient client = NetlinkClient.open(NetlinkConfig.route())) {
 *     client.acknowledge(Request.of(RtLink.DELLINK, message));
 * }
 * }</pre>
 */
public final class NetlinkClient implements AutoCloseable {

    private final NetlinkSocket socket;
    private final NetlinkConfig config;
    private final MessageFraming framing;
    private final MessageCodec codec;
    private final ReentrantLock turn = new ReentrantLock();
    private final RecordedExchange exchange;

    private NetlinkClient(
            NetlinkSocket socket, NetlinkConfig config, MessageFraming framing, SequenceNumbers sequences) {
        this.socket = socket;
        this.config = config;
        this.framing = framing;
        this.codec = new MessageCodec(framing);
        this.exchange = new RecordedExchange(new Exchange(socket, config, codec, sequences), socket);
    }

    /**
     * Opens a socket and a client on it, for families with a netlink protocol of their own. Generic families are reached
     * through {@code io.jnetlink.genl.GenericNetlink}.
     *
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket
     */
    public static NetlinkClient open(NetlinkConfig config) {
        return open(config, MessageFraming.RAW);
    }

    /**
     * Opens a socket and a client on it.
     *
     * @param framing how messages are addressed
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket
     */
    public static NetlinkClient open(NetlinkConfig config, MessageFraming framing) {
        return open(config, framing, new SequenceNumbers(0));
    }

    static NetlinkClient open(NetlinkConfig config, MessageFraming framing, SequenceNumbers sequences) {
        return new NetlinkClient(config.openSocket(), config, framing, sequences);
    }

    /**
     * Sends a request and waits until the kernel has done it.
     *
     * @return what the kernel said beside that it did it, such as a warning; nearly always {@linkplain
     *     ExtendedAck#isEmpty() nothing}
     * @throws KernelRejectedException if the kernel refuses
     * @throws RequestTimeoutException if it does not answer in time
     */
    public ExtendedAck acknowledge(Request<?, ?> request) {
        return run(request, MessageFlags.ACK, () -> {}, ReplyHandler.IGNORING, Conversation::extendedAck);
    }

    /**
     * Sends a request and waits for what the kernel answers. A warning along with the answer is seen by the {@link
     * MessageObserver} only.
     *
     * @return the answer, or the first of several; empty if the kernel only acknowledged
     * @throws KernelRejectedException if the kernel refuses, for example because the object does not exist
     * @throws RequestTimeoutException if it does not answer in time
     */
    public <M extends MessageBody, V extends MessageView> Optional<M> get(Request<M, V> request) {
        List<M> replies = new ArrayList<>(1);
        run(
                request,
                MessageFlags.ACK,
                replies::clear,
                reply -> replies.add(codec.decode(request.operation(), reply)),
                conversation -> conversation);
        return replies.stream().findFirst();
    }

    /**
     * Sends a request that the kernel answers with one message, and asks for no acknowledgement behind it. Only for requests
     * that are always answered, because they read one object or carry {@code NLM_F_ECHO}: one that is not answered times out.
     *
     * @return the answer
     * @throws KernelRejectedException if the kernel refuses, for example because the object does not exist
     * @throws RequestTimeoutException if it does not answer in time
     */
    public <M extends MessageBody, V extends MessageView> M answer(Request<M, V> request) {
        List<M> replies = new ArrayList<>(1);
        run(
                request,
                0,
                replies::clear,
                reply -> replies.add(codec.decode(request.operation(), reply)),
                conversation -> conversation);
        if (replies.isEmpty()) {
            throw new IllegalStateException("the kernel acknowledged "
                    + request.operation().name() + " without being asked to, and without an answer");
        }
        return replies.get(0);
    }

    /**
     * Lists objects as values. If something changes meanwhile, the result is marked: it tells, so whoever has no use for
     * such a listing can see it. Listing again costs the kernel as much as the first time, and that is for the caller to
     * spend: see {@link #dump(Request, DumpPolicy)}.
     *
     * @throws KernelRejectedException if the kernel refuses, at the start or in the middle
     * @throws RequestTimeoutException if it falls silent
     */
    public <M extends MessageBody, V extends MessageView> Dump<M> dump(Request<M, V> request) {
        return dump(request, DumpPolicy.acceptMarked());
    }

    /**
     * Lists objects as values, anew if the policy says so.
     *
     * @param policy what to do if something changes meanwhile
     * @throws DumpInterruptedException if the policy does not accept what was listed
     * @throws KernelRejectedException if the kernel refuses, at the start or in the middle
     * @throws RequestTimeoutException if it falls silent
     */
    public <M extends MessageBody, V extends MessageView> Dump<M> dump(Request<M, V> request, DumpPolicy policy) {
        List<M> values = new ArrayList<>();
        ReplyHandler collecting = reply -> values.add(codec.decode(request.operation(), reply));
        return Dump.of(values, list(request, policy, values::clear, collecting));
    }

    /**
     * Lists objects through one view that moves from message to message, so that nothing is allocated for them.
     *
     * @param visitor called for each; the view is valid during the call only. If it throws, the rest of the dump is read
     *     and dropped, then the exception goes on.
     * @return whether something changed while the kernel listed it, so that entries may be missing or stand twice
     * @throws KernelRejectedException if the kernel refuses, at the start or in the middle
     * @throws RequestTimeoutException if it falls silent
     */
    public <M extends MessageBody, V extends MessageView> boolean dump(
            Request<M, V> request, Consumer<? super V> visitor) {
        ReplyHandler viewing = codec.viewing(request.operation(), view -> {
            visitor.accept(view);
            return true;
        });
        return list(request, DumpPolicy.acceptMarked(), () -> {}, viewing).interrupted();
    }

    /**
     * Lists objects through one view, anew if the policy says so.
     *
     * @param policy what to do if something changes meanwhile
     * @param visitor is told when a listing begins and how it was marked at the end, and called for each message. It may
     *     end the listing early, or throw: the rest of the dump is read and dropped, then the exception goes on.
     * @return whether something changed while the kernel listed what the visitor saw
     * @throws DumpInterruptedException if the policy does not accept what was listed
     * @throws KernelRejectedException if the kernel refuses, at the start or in the middle
     * @throws RequestTimeoutException if it falls silent
     */
    public <M extends MessageBody, V extends MessageView> boolean dump(
            Request<M, V> request, DumpPolicy policy, DumpVisitor<? super V> visitor) {
        DumpMarks marks = list(request, policy, visitor::begin, codec.viewing(request.operation(), visitor::visit));
        visitor.end(marks);
        return marks.interrupted();
    }

    /**
     * Begins to send many requests that change something; see {@link Pipeline}.
     *
     * @throws ClosedClientException if the client is closed
     */
    public Pipeline pipeline(PipelineOptions options) {
        return unlessClosed(() -> new Pipeline(
                new BatchSender(this, codec, BatchLimits.of(socket, options.batchSize()), options.isLastOnly()),
                options));
    }

    /**
     * Sends many requests that change something, and waits for all answers; see {@link Pipeline}.
     *
     * @param requests taken one by one, and no further once the pipeline stopped
     * @return how it went
     * @throws RequestTimeoutException if an answer is missing
     * @throws OverrunException if answers were lost
     */
    public PipelineSummary pipeline(Iterable<? extends Request<?, ?>> requests, PipelineOptions options) {
        return drive(requests.iterator(), options);
    }

    /**
     * Sends the requests of a stream, and waits for all answers; see {@link Pipeline}. The stream is the caller's to close.
     *
     * @return how it went
     * @throws RequestTimeoutException if an answer is missing
     * @throws OverrunException if answers were lost
     */
    public PipelineSummary pipeline(Stream<? extends Request<?, ?>> requests, PipelineOptions options) {
        return drive(requests.iterator(), options);
    }

    /**
     * Subscribes to multicast groups of a family, on a socket of its own. A namespace that this client was opened in must
     * still be open. Messages of other families in the same groups come along.
     *
     * @param family whose groups
     * @param groups names of its groups, as its spec has them
     * @throws IllegalArgumentException if the family has no such group
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket or a group
     */
    public Subscription subscribe(FamilySchema family, String... groups) {
        return Subscription.open(config, framing, GroupChoice.of(framing, family, List.of(groups)));
    }

    /**
     * Subscribes to multicast groups by their numbers, on a socket of its own. A namespace that this client was opened in
     * must still be open.
     *
     * @param groups numbers from 1 on, beyond 32 too: not bits
     * @throws IllegalArgumentException if one is not positive
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket or a group
     */
    public Subscription subscribe(Set<Integer> groups) {
        return Subscription.open(config, framing, GroupChoice.of(groups));
    }

    /**
     * Keeps track of kernel state, on two sockets of its own; see {@link StateFeed}. A namespace that this client was opened
     * in must still be open; afterwards the feed needs neither.
     *
     * @param policy how hard it tries
     * @param sources the kinds of objects to keep track of
     * @throws IllegalArgumentException if there is no source, or a family has no such group
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses a socket or a group
     */
    public StateFeed follow(ResyncPolicy policy, StateSource... sources) {
        return StateFeed.open(config, framing, policy, List.of(sources));
    }

    /** What the socket did so far, also after the client was closed. */
    public SocketCounters counters() {
        return socket.counters();
    }

    /** Ends the waits of others and closes the socket. Closing twice does nothing. */
    @Override
    public void close() {
        socket.close();
    }

    /** Sends a batch that a pipeline collected. */
    void run(Batch batch) {
        inTurn(batch.name(), () -> {
            exchange.run(batch);
            return batch;
        });
    }

    /**
     * Asks for the type of an operation anew.
     *
     * @throws NetlinkException if there is none
     */
    <M extends MessageBody, V extends MessageView> int ask(TypeRenewal<M, V> renewal) {
        try {
            return get(renewal.question())
                    .map(renewal::typeIn)
                    .orElseThrow(() -> new NetlinkException("the kernel did not answer where a type was asked for"));
        } catch (NotFoundException e) {
            throw renewal.absent(e);
        }
    }

    /** Lists by a handler of messages that nobody has taken apart. */
    DumpMarks list(Request<?, ?> request, DumpPolicy policy, Runnable beginning, ReplyHandler replies) {
        for (int listings = 1; ; listings++) {
            DumpMarks marks = run(request, MessageFlags.DUMP, beginning, replies, Conversation::marks);
            if (!marks.interrupted() || !policy.listsAnew(request.operation().name(), listings)) {
                return marks;
            }
        }
    }

    private PipelineSummary drive(Iterator<? extends Request<?, ?>> requests, PipelineOptions options) {
        try (Pipeline pipeline = pipeline(options)) {
            boolean going = true;
            while (going && requests.hasNext()) {
                going = pipeline.submit(requests.next());
            }
            return pipeline.finish();
        }
    }

    private <T> T run(
            Request<?, ?> request,
            int flags,
            Runnable beginning,
            ReplyHandler replies,
            Function<Conversation, T> outcome) {
        // Before taking the turn: it may cost a request of its own.
        int type = framing.messageType(request.operation());
        beginning.run();
        try {
            return converse(request, type, flags, replies, outcome);
        } catch (KernelRejectedException e) {
            int renewed = framing.renewal(request.operation(), e.errno().number(), e.extendedAck())
                    .map(this::ask)
                    .orElse(type);
            if (renewed == type) {
                throw e;
            }
            beginning.run();
            return converse(request, renewed, flags, replies, outcome);
        }
    }

    private <T> T converse(
            Request<?, ?> request, int type, int flags, ReplyHandler replies, Function<Conversation, T> outcome) {
        return inTurn(request.operation().name(), () -> outcome.apply(exchange.run(request, type, flags, replies)));
    }

    private <T> T inTurn(String name, Supplier<T> action) {
        takeTurn(name);
        try {
            return unlessClosed(action);
        } finally {
            turn.unlock();
        }
    }

    private static <T> T unlessClosed(Supplier<T> action) {
        try {
            return action.get();
        } catch (SocketClosedException e) {
            ClosedClientException closed = new ClosedClientException();
            closed.addSuppressed(e);
            throw closed;
        }
    }

    private void takeTurn(String operation) {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    operation + " within another request of the same client: it does one thing at a"
                            + " time; collect first, or open a second client");
        }
        // The first try pays no heed to an interrupt: who cleans up after one must be able to send a request.
        if (!turn.tryLock()) {
            try {
                turn.lockInterruptibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RequestInterruptedException(operation);
            }
        }
    }
}
