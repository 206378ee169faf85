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
import java.util.TreeSet;
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

    /** Sends a request; the future is completed when the kernel has done it. */
    public CompletableFuture<Void> acknowledge(Request<?, ?> request) {
        return call(request, MessageFlags.ACK, ReplyHandler.IGNORING, conversation -> null);
    }

    /** Sends a request; the future gets the answer, or the first of several, or nothing if the kernel only acknowledged. */
    public <M extends MessageBody, V extends MessageView> CompletableFuture<Optional<M>> get(Request<M, V> request) {
        List<M> replies = new ArrayList<>(1);
        return call(
                request,
                MessageFlags.ACK,
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
        CompletableFuture<Dump<M>> result = new CompletableFuture<>();
        list(request, policy, 1, result);
        return result;
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
        Set<Integer> numbers = new TreeSet<>();
        for (String group : groups) {
            numbers.add(codec.framing().groupNumber(family, group));
        }
        return new EventPublisher(config, codec.framing(), loop, numbers);
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

    private <M extends MessageBody, V extends MessageView> void list(
            Request<M, V> request, DumpPolicy policy, int listings, CompletableFuture<Dump<M>> result) {
        List<M> values = new ArrayList<>();
        CompletableFuture<Boolean> listing = call(
                request,
                MessageFlags.DUMP,
                reply -> values.add(codec.decode(request.operation(), reply)),
                Conversation::interrupted);
        result.whenComplete((ignored, failure) -> listing.cancel(false));
        listing.whenComplete((interrupted, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                judge(request, policy, listings, new Dump<>(values, interrupted), result);
            }
        });
    }

    private <M extends MessageBody, V extends MessageView> void judge(
            Request<M, V> request, DumpPolicy policy, int listings, Dump<M> dump, CompletableFuture<Dump<M>> result) {
        try {
            if (dump.interrupted() && policy.listsAnew(request.operation().name(), listings)) {
                list(request, policy, listings + 1, result);
            } else {
                result.complete(dump);
            }
        } catch (DumpInterruptedException e) {
            result.completeExceptionally(e);
        }
    }

    private <T> CompletableFuture<T> call(
            Request<?, ?> request, int flags, ReplyHandler replies, Function<Conversation, T> outcome) {
        if (closed) {
            return CompletableFuture.failedFuture(new ClosedClientException());
        }
        int type;
        try {
            type = codec.framing().messageType(request.operation());
        } catch (NetlinkException e) {
            return CompletableFuture.failedFuture(e);
        }
        AsyncCall<T> call = new AsyncCall<>(request, type, flags, replies, outcome);
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
