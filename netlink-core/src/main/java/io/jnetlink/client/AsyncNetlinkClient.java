package io.jnetlink.client;

import io.jnetlink.NetlinkException;
import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageView;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.SocketCounters;
import io.jnetlink.wire.MessageFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A client of one netlink socket that blocks no thread: many requests at a time, each with a future, on a loop that may
 * serve thousands of sockets.
 *
 * <pre>{@code
 * SocketLoop loop = EpollSocketLoop.of(group);
 * try (AsyncNetlinkClient client = AsyncNetlinkClient.open(NetlinkConfig.route(), loop)) {
 *     client.get(Request.of(RtLink.GETLINK, byName)).thenAccept(link -> …);
 * }
 * }</pre>
 *
 * <p><b>Threads.</b> Thread-safe. Futures are completed on the loop's thread, so what depends on them must be short or go
 * elsewhere ({@code thenApplyAsync}), and must never wait for another future of the same loop.
 *
 * <p><b>Bounds.</b> As many requests are in flight as {@link AsyncLimits} allow and the receive queue can hold answers for;
 * further ones wait, and beyond that fail with {@link TooManyRequestsException}. Requests are sent in the order in which they
 * come, but one dump at a time, and those that wait for it are passed by others.
 *
 * <p><b>Ends.</b> A request fails with {@link RequestTimeoutException} when the kernel has had no word for it during the
 * configured timeout, counted from when it is sent. Whoever cancels or completes a future himself frees its place; whether
 * the kernel did what it was asked is unknown then. Failures are those of {@link NetlinkClient}.
 */
public final class AsyncNetlinkClient implements AutoCloseable {

    private final NetlinkSocket socket;
    private final NetlinkConfig config;
    private final MessageCodec codec;
    private final SocketLoop loop;
    private final AsyncLimits limits;
    private final AsyncExchange exchange;
    private final SocketLoop.Watch watch;
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean closed;

    private AsyncNetlinkClient(
            NetlinkSocket socket, NetlinkConfig config, MessageCodec codec, SocketLoop loop, AsyncLimits limits) {
        this.socket = socket;
        this.config = config;
        this.codec = codec;
        this.loop = loop;
        this.limits = limits;
        this.exchange = new AsyncExchange(socket, config, codec, loop, limits);
        this.watch = loop.watch(socket, exchange);
    }

    /**
     * Opens a socket and a client on it, for families with a netlink protocol of their own, with the default limits.
     *
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket
     * @throws RejectedExecutionException if the loop has ended
     */
    public static AsyncNetlinkClient open(NetlinkConfig config, SocketLoop loop) {
        return open(config, MessageFraming.RAW, loop, AsyncLimits.DEFAULT);
    }

    /**
     * Opens a socket and a client on it.
     *
     * @param framing how messages are addressed; if it asks the kernel, the threads that call this client wait for that
     * @param loop what it runs on; it stays the caller's
     * @param limits how much it takes on
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket
     * @throws RejectedExecutionException if the loop has ended
     */
    public static AsyncNetlinkClient open(
            NetlinkConfig config, MessageFraming framing, SocketLoop loop, AsyncLimits limits) {
        NetlinkSocket socket = config.openSocket();
        try {
            return new AsyncNetlinkClient(socket, config, new MessageCodec(framing), loop, limits);
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Sends a request; the future is completed when the kernel has done it, with what it said beside that: nearly always
     * {@linkplain ExtendedAck#isEmpty() nothing}.
     */
    public CompletableFuture<ExtendedAck> acknowledge(Request<?, ?> request) {
        return call(request, MessageFlags.ACK, () -> {}, ReplyHandler.IGNORING, Conversation::extendedAck);
    }

    /** Sends a request; the future gets the answer, or the first of several, or nothing if the kernel only acknowledged. */
    public <M extends MessageBody, V extends MessageView> CompletableFuture<Optional<M>> get(Request<M, V> request) {
        List<M> replies = new ArrayList<>(1);
        return call(
                request,
                MessageFlags.ACK,
                replies::clear,
                reply -> replies.add(codec.decode(request.operation(), reply)),
                conversation -> replies.stream().findFirst());
    }

    /**
     * Lists objects as values.
     *
     * @param policy what to do if something changes meanwhile
     */
    public <M extends MessageBody, V extends MessageView> CompletableFuture<Dump<M>> dump(
            Request<M, V> request, DumpPolicy policy) {
        List<M> values = new ArrayList<>();
        return list(
                request,
                policy,
                values::clear,
                reply -> values.add(codec.decode(request.operation(), reply)),
                marks -> Dump.of(values, marks));
    }

    /**
     * Lists objects through one view that moves from message to message, so that nothing is kept of them.
     *
     * @param policy what to do if something changes meanwhile
     * @param visitor is told on the loop's thread when a listing begins, and of each message. It may end the listing early,
     *     or throw: the rest of the dump is read and dropped, then the future gets the exception.
     * @return whether something changed while the kernel listed what the visitor saw. Who cancels the future may still be
     *     told of messages until the loop has heard of it.
     */
    public <M extends MessageBody, V extends MessageView> CompletableFuture<Boolean> dump(
            Request<M, V> request, DumpPolicy policy, DumpVisitor<? super V> visitor) {
        return list(request, policy, visitor::begin, codec.viewing(request.operation(), visitor::visit), marks -> {
            visitor.end(marks);
            return marks.interrupted();
        });
    }

    /**
     * Lists objects one by one, as fast as a subscriber asks for them. If something changes meanwhile, the stream ends with
     * {@link DumpInterruptedException}, after all that was listed; see {@link #stream(Request, DumpPolicy)} for other ways.
     *
     * @return asks the kernel anew for each subscriber
     */
    public <M extends MessageBody, V extends MessageView> Flow.Publisher<M> stream(Request<M, V> request) {
        return new DumpPublisher<>(this, request, DumpPolicy.failing(), new DumpSteps.EntriesOnly<>());
    }

    /**
     * Lists objects one by one, as fast as a subscriber asks for them, and tells when a listing begins and how the last one
     * ended, which are elements of their own.
     *
     * <p>Each subscriber gets a socket of its own, opened when it subscribes: a namespace that this client was opened in must
     * still be open then. The kernel is asked at the first demand. While there is none, the rest of the dump is not even
     * made: what is kept is what the kernel put into one datagram. All signals come on the loop's thread. Who cancels loses
     * nothing but the rest of the dump. Streams are independent of this client's end; they end with the loop.
     *
     * @param policy what to do if something changes meanwhile
     * @return asks the kernel anew for each subscriber; ends with the failures that {@link #dump(Request, DumpPolicy)} has
     */
    public <M extends MessageBody, V extends MessageView> Flow.Publisher<DumpStep<M>> stream(
            Request<M, V> request, DumpPolicy policy) {
        return new DumpPublisher<>(this, request, policy, new DumpSteps.All<>());
    }

    /**
     * What the kernel sends to multicast groups of a family.
     *
     * <p>Each subscriber gets a socket of its own, which has joined the groups when {@code subscribe} returns, so whoever
     * reads state after that misses nothing. All its signals come on the loop's thread. While a subscriber wants no events,
     * they queue in the kernel; if there is no room any more, the news is an {@link Overrun} in their place. Messages of
     * other families in the same groups come along. Subscriptions are independent of this client's end; they end when they
     * are cancelled, or with the loop.
     *
     * @param groups names of the family's groups, as its spec has them
     * @throws IllegalArgumentException if the family has no such group
     */
    public Flow.Publisher<SubscriptionEvent> events(FamilySchema family, String... groups) {
        GroupChoice choice = GroupChoice.of(codec.framing(), family, List.of(groups));
        return new EventPublisher(config, codec.framing(), loop, choice);
    }

    /**
     * What the kernel sends to multicast groups, by their numbers; otherwise the same.
     *
     * @param groups numbers from 1 on, beyond 32 too: not bits
     */
    public Flow.Publisher<SubscriptionEvent> events(Set<Integer> groups) {
        return new EventPublisher(config, codec.framing(), loop, GroupChoice.of(groups));
    }

    NetlinkConfig config() {
        return config;
    }

    MessageCodec codec() {
        return codec;
    }

    SocketLoop loop() {
        return loop;
    }

    /**
     * State of the kernel and its changes, without a gap; see {@link StateFeed}, which is the same for a thread that waits.
     *
     * <p>Each subscriber gets two sockets of its own, which exist when {@code subscribe} returns: what changes from then on
     * counts. The state is read when it asks for the first event. All its signals come on the loop's thread, where messages
     * are folded too. A failure to read the state, such as {@link ResyncFailedException}, ends the subscription; a new one can
     * be made. Subscriptions are independent of this client's end; they end when they are cancelled, or with the loop.
     *
     * @param policy how hard it tries
     * @param sources the kinds of objects to keep track of
     */
    public Flow.Publisher<StateEvent> follow(ResyncPolicy policy, StateSource... sources) {
        return new StatePublisher(config, codec.framing(), loop, policy, List.of(sources));
    }

    /** What the socket did so far, also after the client was closed. */
    public SocketCounters counters() {
        return socket.counters();
    }

    /**
     * Fails what is open with {@link ClosedClientException} and closes the socket, soon after, on the loop's thread. Closing
     * twice does nothing.
     */
    @Override
    public void close() {
        closed = true;
        watch.release();
    }

    /** Asks for the type of an operation anew. */
    <M extends MessageBody, V extends MessageView> CompletableFuture<Integer> ask(TypeRenewal<M, V> renewal) {
        CompletableFuture<Integer> type = new CompletableFuture<>();
        get(renewal.question()).whenComplete((answer, failure) -> {
            try {
                if (failure != null) {
                    type.completeExceptionally(
                            failure instanceof NotFoundException absent ? renewal.absent(absent) : failure);
                } else {
                    type.complete(answer.map(renewal::typeIn).orElseThrow());
                }
            } catch (RuntimeException e) {
                type.completeExceptionally(e);
            }
        });
        return type;
    }

    private <T> CompletableFuture<T> list(
            Request<?, ?> request,
            DumpPolicy policy,
            Runnable beginning,
            ReplyHandler replies,
            Function<DumpMarks, T> outcome) {
        return new AsyncListing<>(
                        request.operation().name(),
                        policy,
                        () -> call(request, MessageFlags.DUMP, beginning, replies, Conversation::marks),
                        outcome)
                .start();
    }

    /** Lists by a handler of messages that nobody has taken apart. */
    CompletableFuture<DumpMarks> list(Request<?, ?> request, ReplyHandler replies) {
        return call(request, MessageFlags.DUMP, () -> {}, replies, Conversation::marks);
    }

    private <T> CompletableFuture<T> call(
            Request<?, ?> request,
            int flags,
            Runnable beginning,
            ReplyHandler replies,
            Function<Conversation, T> outcome) {
        if (closed) {
            return CompletableFuture.failedFuture(new ClosedClientException());
        }
        int type;
        try {
            type = codec.framing().messageType(request.operation());
        } catch (NetlinkException e) {
            return CompletableFuture.failedFuture(e);
        }
        AsyncCall<T> call = new AsyncCall<>(request, type, flags, beginning, replies, outcome);
        if (open.incrementAndGet() > (long) limits.inFlight() + limits.waiting()) {
            open.decrementAndGet();
            return CompletableFuture.failedFuture(new TooManyRequestsException(call.name(), limits));
        }
        call.future().whenComplete((result, failure) -> {
            open.decrementAndGet();
            if (!call.isSettled()) {
                onLoop(() -> exchange.forget(call), call);
            }
        });
        onLoop(() -> exchange.submit(call), call);
        return call.future();
    }

    private void onLoop(Runnable task, AsyncCall<?> call) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            call.fail(new ClosedClientException());
        }
    }
}
