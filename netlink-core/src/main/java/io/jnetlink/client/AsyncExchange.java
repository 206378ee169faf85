package io.jnetlink.client;

import io.jnetlink.client.internal.jfr.OverrunEvent;
import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageView;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
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
        enqueue(call);
        advance();
    }

    /** The owner of the future gave it up: nobody waits for the answer. */
    void forget(AsyncCall<?> call) {
        if (!queueOf(call).remove(call)) {
            call.conversation().stopListening();
            call.endRecording(new CancellationException());
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
            conclude(call);
        } else {
            await(call);
        }
        return true;
    }

    private void conclude(AsyncCall<?> call) {
        Throwable failure = call.failure(codec);
        if (failure == null) {
            call.succeed();
        } else if (failure instanceof KernelRejectedException refusal && !call.isRenewed()) {
            codec.framing()
                    .renewal(call.request().operation(), refusal.errno().number(), refusal.extendedAck())
                    .ifPresentOrElse(renewal -> renew(call, renewal, refusal), () -> call.fail(refusal));
        } else {
            call.fail(failure);
        }
    }

    /** Asks for the type, and sends the request once more if it is another one. */
    private <M extends MessageBody, V extends MessageView> void renew(
            AsyncCall<?> call, TypeRenewal<M, V> renewal, KernelRejectedException refusal) {
        call.endRecording(refusal);
        List<M> answers = new ArrayList<>(1);
        Request<M, V> question = renewal.question();
        AsyncCall<Integer> asking = new AsyncCall<>(
                question,
                codec.framing().messageType(question.operation()),
                MessageFlags.ACK,
                answers::clear,
                reply -> answers.add(codec.decode(question.operation(), reply)),
                conversation -> answers.isEmpty() ? call.type() : renewal.typeIn(answers.get(0)));
        asking.future().whenComplete((type, failure) -> {
            if (failure != null) {
                call.fail(failure instanceof NotFoundException absent ? renewal.absent(absent) : failure);
            } else if (type == call.type()) {
                call.fail(refusal);
            } else {
                call.renew(type);
                enqueue(call);
            }
        });
        enqueue(asking);
    }

    /** Puts a call in its queue; whoever reads what the kernel says advances afterwards. */
    private void enqueue(AsyncCall<?> call) {
        if (closed) {
            call.fail(new ClosedClientException());
        } else if (!call.future().isDone()) {
            queueOf(call).add(call);
        }
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
            call.conversation().noteSent(out.length());
            await(call);
        } catch (RuntimeException | Error e) {
            call.fail(e);
        }
        queueOf(call).remove();
        return true;
    }

    private Deque<AsyncCall<?>> queueOf(AsyncCall<?> call) {
        return call.isDump() ? waitingDumps : waiting;
    }

    /** Returns false if it left something to be read. */
    private boolean read(BooleanSupplier enough) {
        try {
            int left = DATAGRAMS_AT_ONCE;
            while (!enough.getAsBoolean() && readOne()) {
                if (--left == 0) {
                    return false;
                }
            }
        } catch (RuntimeException e) {
            // A datagram that cannot be read may have been meant for any of them.
            failInFlight(call -> e);
        }
        return true;
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
        // The loop may come late: what the kernel has answered is not to be given up, nor is a dump that goes on.
        boolean allRead = closed || read(() -> false);
        timerRuns = false;
        AsyncCall<?> oldest = inFlight.oldest();
        while (allRead && oldest != null && oldest.deadline() - loop.nanoTime() <= 0) {
            inFlight.remove(oldest);
            oldest.fail(new RequestTimeoutException(oldest.name(), config.timeout()));
            oldest = inFlight.oldest();
        }
        if (oldest != null) {
            startTimer(Math.max(0, oldest.deadline() - loop.nanoTime()));
        }
        advance();
    }
}
