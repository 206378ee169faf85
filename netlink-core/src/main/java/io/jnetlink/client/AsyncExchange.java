package io.jnetlink.client;

import io.jnetlink.client.internal.jfr.OverrunEvent;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many requests at a time on a socket: those in flight, and those that wait.
 *
 * <p>Lives on the loop's thread; its methods must be called there. The kernel answers most requests before the call that
 * sends them returns, so answers are read right after sending; the loop tells of what comes later. The kernel has one dump
 * at a time on a socket, so further dumps wait; other requests pass them.
 */
final class AsyncExchange implements Addressee, SocketLoop.Handler {

    /** After so many the loop's other sockets have their turn. */
    private static final int DATAGRAMS_AT_ONCE = 64;

    private final NetlinkSocket socket;
    private final NetlinkConfig config;
    private final MessageCodec codec;
    private final SocketLoop loop;
    private final AsyncLimits limits;
    private final Inbox inbox;
    private final ReplyBudget budget;
    private final SequenceNumbers sequences = new SequenceNumbers(0);
    private final MessageWriter out = MessageWriter.direct(4096);

    private final CallTable inFlight = new CallTable();
    private final Deque<AsyncCall<?>> waiting = new ArrayDeque<>();
    private final Deque<AsyncCall<?>> waitingDumps = new ArrayDeque<>();
    private boolean timerRuns;
    private boolean overran;
    private boolean closed;

    AsyncExchange(NetlinkSocket socket, NetlinkConfig config, MessageCodec codec, SocketLoop loop, AsyncLimits limits) {
        this.socket = socket;
        this.config = config;
        this.codec = codec;
        this.loop = loop;
        this.limits = limits;
        this.inbox = new Inbox(config.observer());
        this.budget = ReplyBudget.of(socket);
    }

    /** Sends a request, or lets it wait. */
    void submit(AsyncCall<?> call) {
        if (closed) {
            call.fail(new ClosedClientException());
        } else if (!call.future().isDone()) {
            queueOf(call).add(call);
            advance();
        }
    }

    /** The owner of the future gave it up: nobody waits for the answer. */
    void forget(AsyncCall<?> call) {
        if (!queueOf(call).remove(call)) {
            call.conversation().stopListening();
            // A dump keeps its place until it is read to its end: the kernel would refuse the next one before.
            if (!call.isDump()) {
                inFlight.remove(call);
            }
        }
        advance();
    }

    @Override
    public void ready() {
        read(() -> false);
        advance();
    }

    @Override
    public void released(@Nullable Throwable failure) {
        closed = true;
        socket.close();
        ClosedClientException reason = new ClosedClientException();
        if (failure != null) {
            reason.addSuppressed(failure);
        }
        failInFlight(call -> reason);
        failAll(waiting, reason);
        failAll(waitingDumps, reason);
    }

    @Override
    public boolean take(MessageReader message) {
        AsyncCall<?> call = inFlight.find(message.sequence());
        if (call == null || !call.conversation().take(message)) {
            return false;
        }
        inFlight.remove(call);
        if (call.conversation().hasEnded()) {
            call.conclude(codec);
        } else {
            await(call);
        }
        return true;
    }

    private void advance() {
        AsyncCall<?> next = next();
        while (next != null && send(next)) {
            read(inFlight::isEmpty);
            next = next();
        }
    }

    /** The call whose turn it is; null if there is none, or no place for it. */
    private @Nullable AsyncCall<?> next() {
        if (closed || inFlight.size() >= limits.inFlight()) {
            return null;
        }
        AsyncCall<?> nextDump = inFlight.hasDump() ? null : waitingDumps.peek();
        return nextDump != null ? nextDump : waiting.peek();
    }

    /** Returns false if there is no room for the answer: it waits on. */
    private boolean send(AsyncCall<?> call) {
        try {
            long sequence = sequences.next();
            out.clear();
            codec.append(out, call.request(), call.type(), call.flags(), sequence);
            long cost = budget.costOf(out.length());
            if (!inFlight.isEmpty() && inFlight.replyCost() + cost > budget.bytes()) {
                return false;
            }
            call.begin(sequence, cost);
            config.observer().sent(out.buffer(), 0, out.length());
            socket.send(out.buffer().slice(0, out.length()));
            await(call);
        } catch (RuntimeException e) {
            call.fail(e);
        }
        queueOf(call).remove();
        return true;
    }

    private Deque<AsyncCall<?>> queueOf(AsyncCall<?> call) {
        return call.isDump() ? waitingDumps : waiting;
    }

    private void read(BooleanSupplier enough) {
        try {
            int left = DATAGRAMS_AT_ONCE;
            while (left-- > 0 && !enough.getAsBoolean() && readOne()) {
                // All is done in the condition.
            }
        } catch (RuntimeException e) {
            // A datagram that cannot be read may have been meant for any of them.
            failInFlight(call -> e);
        }
    }

    /** Returns false if there is nothing to read. */
    private boolean readOne() {
        ReceiveResult result = socket.tryReceive();
        return switch (result.status()) {
            case DATAGRAM -> {
                inbox.deliver(result, this);
                yield true;
            }
            case OVERRUN -> {
                overran = true;
                OverrunEvent.report("asynchronous client", socket.counters().overruns());
                yield true;
            }
            default -> {
                giveUpWhatWasLost();
                yield false;
            }
        };
    }

    /** Once the queue is empty after an overrun, what is not answered never will be. */
    private void giveUpWhatWasLost() {
        if (overran) {
            overran = false;
            failInFlight(call -> new OverrunException(call.name()));
        }
    }

    private void failInFlight(Function<AsyncCall<?>, RuntimeException> reason) {
        inFlight.removeAll().forEach(call -> call.fail(reason.apply(call)));
    }

    private static void failAll(Deque<AsyncCall<?>> calls, RuntimeException reason) {
        calls.forEach(call -> call.fail(reason));
        calls.clear();
    }

    /** Gives a call its time from now on. */
    private void await(AsyncCall<?> call) {
        long patience = config.timeout().toNanos();
        call.extendTo(loop.nanoTime() + patience);
        inFlight.add(call);
        startTimer(patience);
    }

    private void startTimer(long delay) {
        if (!timerRuns) {
            timerRuns = true;
            loop.schedule(this::expire, delay);
        }
    }

    private void expire() {
        timerRuns = false;
        AsyncCall<?> oldest = inFlight.oldest();
        while (oldest != null && oldest.deadline() - loop.nanoTime() <= 0) {
            inFlight.remove(oldest);
            oldest.fail(new RequestTimeoutException(oldest.name(), config.timeout()));
            oldest = inFlight.oldest();
        }
        if (oldest != null) {
            startTimer(oldest.deadline() - loop.nanoTime());
        }
        advance();
    }
}
