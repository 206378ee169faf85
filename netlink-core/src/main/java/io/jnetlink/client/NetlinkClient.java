package io.jnetlink.client;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageView;
import io.jnetlink.message.Operation;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.SocketClosedException;
import io.jnetlink.socket.SocketCounters;
import io.jnetlink.sys.Syscalls;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

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
    private final ReentrantLock turn = new ReentrantLock();
    private final Exchange exchange;

    private NetlinkClient(
            NetlinkSocket socket, NetlinkConfig config, MessageFraming framing, SequenceNumbers sequences) {
        this.socket = socket;
        this.config = config;
        this.framing = framing;
        this.exchange = new Exchange(socket, config, framing, sequences);
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
        NetlinkSocket socket = config.namespace().isPresent()
                ? NetlinkSocket.open(config.socket(), config.namespace().get())
                : NetlinkSocket.open(config.socket(), config.syscalls().orElseGet(Syscalls::system));
        return new NetlinkClient(socket, config, framing, sequences);
    }

    /**
     * Sends a request and waits until the kernel has done it.
     *
     * @throws KernelRejectedException if the kernel refuses
     * @throws RequestTimeoutException if it does not answer in time
     */
    public void acknowledge(Request<?, ?> request) {
        run(request, MessageFlags.ACK, reply -> {});
    }

    /**
     * Sends a request and waits for what the kernel answers.
     *
     * @return the answer, or the first of several; empty if the kernel only acknowledged
     * @throws KernelRejectedException if the kernel refuses, for example because the object does not exist
     * @throws RequestTimeoutException if it does not answer in time
     */
    public <M extends MessageBody, V extends MessageView> Optional<M> get(Request<M, V> request) {
        List<M> replies = new ArrayList<>(1);
        run(request, MessageFlags.ACK, reply -> replies.add(decode(request.operation(), reply)));
        return replies.stream().findFirst();
    }

    /**
     * Lists objects as values.
     *
     * @throws KernelRejectedException if the kernel refuses, at the start or in the middle
     * @throws RequestTimeoutException if it falls silent
     */
    public <M extends MessageBody, V extends MessageView> Dump<M> dump(Request<M, V> request) {
        List<M> values = new ArrayList<>();
        boolean interrupted = run(request, MessageFlags.DUMP, reply -> values.add(decode(request.operation(), reply)));
        return new Dump<>(values, interrupted);
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
        V view = request.operation().view().get();
        return run(request, MessageFlags.DUMP, reply -> {
            int prefix = prefixOf(reply);
            view.wrapBody(reply.buffer(), reply.bodyOffset() + prefix, reply.bodyLength() - prefix);
            visitor.accept(view);
        });
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
        Set<Integer> numbers = new TreeSet<>();
        for (String group : groups) {
            numbers.add(framing.groupNumber(family, group));
        }
        return Subscription.open(config, framing, numbers);
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

    private boolean run(Request<?, ?> request, int flags, Consumer<MessageReader> replies) {
        // Before taking the turn: it may cost a request of its own.
        int type = framing.messageType(request.operation());
        takeTurn(request.operation().name());
        try {
            return exchange.run(request, type, flags, replies);
        } catch (SocketClosedException e) {
            ClosedClientException closed = new ClosedClientException();
            closed.addSuppressed(e);
            throw closed;
        } finally {
            turn.unlock();
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

    private <M extends MessageBody, V extends MessageView> M decode(Operation<M, V> operation, MessageReader reply) {
        int prefix = prefixOf(reply);
        return operation.decoder().decode(reply.buffer(), reply.bodyOffset() + prefix, reply.bodyLength() - prefix);
    }

    private int prefixOf(MessageReader reply) {
        int prefix = framing.prefixLength();
        if (reply.bodyLength() < prefix) {
            throw new MalformedMessageException(
                    "expected a header of " + prefix + " bytes, got " + reply.bodyLength(), reply.bodyOffset());
        }
        return prefix;
    }
}
