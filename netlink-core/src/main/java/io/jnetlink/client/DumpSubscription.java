package io.jnetlink.client;

import io.jnetlink.client.internal.jfr.OverrunEvent;
import io.jnetlink.message.MessageBody;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber's dump, on a socket and a loop.
 *
 * <p>Thread-safe: what a subscriber calls is passed on to the loop's thread, where all the rest happens.
 *
 * <p>The kernel makes the next part of a dump when one is read. So nothing is read while the last datagram is not consumed,
 * and a subscriber that asks for nothing keeps one datagram in memory and one in the kernel.
 */
final class DumpSubscription<M extends MessageBody, T> implements Flow.Subscription, SocketLoop.Handler {

    /** After so many the loop's other sockets have their turn. */
    private static final int DATAGRAMS_AT_ONCE = 64;

    private final DumpPublisher<M, T> dump;
    private final NetlinkConfig config;
    private final MessageCodec codec;
    private final SocketLoop loop;
    private final NetlinkSocket socket;
    private final Flow.Subscriber<? super T> subscriber;
    private final Inbox inbox;
    private final SequenceNumbers sequences = new SequenceNumbers(0);
    private final Conversation conversation = new Conversation();
    private final Queue<T> ready = new ArrayDeque<>();

    private SocketLoop.@Nullable Watch watch;
    private @Nullable ExchangeRecording recording;
    private boolean reading = true;
    private long demand;
    private State state = State.IDLE;
    private int type;
    private boolean renewed;
    private int listings;
    private @Nullable RuntimeException failure;
    private long deadline;
    private boolean timerRuns;

    private enum State {
        /** The kernel is to be asked at the next demand. */
        IDLE,
        /** The kernel was asked and has not said its last word. */
        LISTING,
        /** The type is asked for anew. */
        RENEWING,
        /** All was listed; the subscriber may not have taken all. */
        LISTED,
        /** The subscriber hears no more. */
        ENDED
    }

    DumpSubscription(DumpPublisher<M, T> dump, int type, NetlinkSocket socket, Flow.Subscriber<? super T> subscriber) {
        this.dump = dump;
        this.config = dump.client().config();
        this.codec = dump.client().codec();
        this.loop = dump.client().loop();
        this.type = type;
        this.socket = socket;
        this.subscriber = subscriber;
        this.inbox = new Inbox(config.observer());
    }

    /** Begins, on the loop's thread. */
    void start() {
        try {
            subscriber.onSubscribe(this);
            watch = loop.watch(socket, this);
            advance();
        } catch (RuntimeException e) {
            end(e);
        }
    }

    @Override
    public void request(long more) {
        onLoop(() -> {
            if (more <= 0) {
                end(new IllegalArgumentException("a subscriber must ask for one object or more, not for " + more));
                return;
            }
            demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
            goOn();
        });
    }

    @Override
    public void cancel() {
        onLoop(() -> end(null));
    }

    @Override
    public void ready() {
        if (!reading && state != State.ENDED) {
            // There is an error, of which the loop would tell again and again.
            guarded(this::receive);
        }
        goOn();
    }

    @Override
    public void released(@Nullable Throwable failure) {
        watch = null;
        socket.close();
        ClosedClientException reason = new ClosedClientException();
        if (failure != null) {
            reason.addSuppressed(failure);
        }
        end(reason);
    }

    private void goOn() {
        guarded(this::advance);
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            end(e);
        }
    }

    private void advance() {
        int left = DATAGRAMS_AT_ONCE;
        boolean going = true;
        while (going && state != State.ENDED) {
            if (!ready.isEmpty()) {
                going = demand > 0;
                if (going) {
                    demand--;
                    subscriber.onNext(ready.remove());
                }
            } else {
                going = switch (state) {
                    case IDLE -> demand > 0 && list();
                    case LISTING -> left-- > 0 && receive();
                    case LISTED -> complete();
                    case RENEWING, ENDED -> false;
                };
            }
        }
        showInterest();
    }

    private void showInterest() {
        boolean wanted = state == State.LISTING && ready.isEmpty();
        if (watch != null && state != State.ENDED && reading != wanted) {
            reading = wanted;
            watch.reading(wanted);
            // The kernel is to blame for no silence but that of which somebody listens.
            extendDeadline();
        }
        if (wanted) {
            startTimer(deadline - loop.nanoTime());
        }
    }

    private boolean list() {
        listings++;
        add(dump.steps().beginning(listings));
        ask();
        return true;
    }

    private void ask() {
        recording = ExchangeRecording.beginIfRecorded(dump.request(), true);
        conversation.begin(sequences.next(), this::take);
        MessageWriter out = MessageWriter.direct(4096);
        codec.append(out, dump.request(), type, MessageFlags.DUMP, conversation.sequence());
        config.observer().sent(out.buffer(), 0, out.length());
        socket.send(out.buffer().slice(0, out.length()));
        conversation.noteSent(out.length());
        state = State.LISTING;
        extendDeadline();
    }

    private boolean take(MessageReader reply) {
        ready.add(dump.steps().entry(codec.decode(dump.request().operation(), reply)));
        return true;
    }

    /** Returns false if there is nothing to read. */
    private boolean receive() {
        ReceiveResult result = socket.tryReceive();
        if (result.status() == ReceiveResult.Status.OVERRUN) {
            OverrunEvent.report(
                    dump.request().operation().name(), socket.counters().overruns());
            throw new OverrunException(dump.request().operation().name());
        }
        if (result.status() != ReceiveResult.Status.DATAGRAM) {
            return false;
        }
        if (inbox.deliver(result, conversation)) {
            extendDeadline();
        }
        if (state == State.LISTING && conversation.hasEnded()) {
            conclude();
        }
        return true;
    }

    /** What is queued is delivered before the end is told, be it a bad one. */
    private void conclude() {
        state = State.LISTED;
        try {
            judge();
        } catch (RuntimeException e) {
            failure = e;
        }
        if (state != State.RENEWING) {
            endRecording(failure);
        }
    }

    private void judge() {
        String operation = dump.request().operation().name();
        KernelVerdict verdict = conversation.verdict();
        DumpMarks marks = conversation.marks();
        if (conversation.failure() != null) {
            throw conversation.failure();
        } else if (verdict != null && verdict.errno() != 0) {
            refused(codec.refusal(dump.request(), verdict));
        } else if (marks.interrupted() && dump.policy().listsAnew(operation, listings)) {
            state = State.IDLE;
        } else {
            add(dump.steps().end(marks));
        }
    }

    private void refused(KernelRejectedException refusal) {
        Optional<TypeRenewal<?, ?>> renewal = renewed
                ? Optional.empty()
                : codec.framing()
                        .renewal(dump.request().operation(), refusal.errno().number(), refusal.extendedAck());
        TypeRenewal<?, ?> question = renewal.orElseThrow(() -> refusal);
        endRecording(refusal);
        renewed = true;
        state = State.RENEWING;
        dump.client().ask(question).whenComplete((found, failure) -> onLoop(() -> renew(found, failure, refusal)));
    }

    private void renew(@Nullable Integer found, @Nullable Throwable failure, KernelRejectedException refusal) {
        if (state != State.RENEWING) {
            return;
        }
        if (failure != null || found == null || found == type) {
            end(failure == null || failure instanceof ClosedClientException ? refusal : failure);
            return;
        }
        type = found;
        guarded(() -> {
            ask();
            advance();
        });
    }

    private boolean complete() {
        if (failure != null) {
            end(failure);
        } else {
            finish();
            subscriber.onComplete();
        }
        return false;
    }

    private void end(@Nullable Throwable reason) {
        if (state == State.ENDED) {
            return;
        }
        endRecording(reason == null ? new CancellationException() : reason);
        finish();
        if (reason != null) {
            subscriber.onError(reason);
        }
    }

    private void finish() {
        state = State.ENDED;
        ready.clear();
        if (watch != null) {
            watch.release();
        } else {
            socket.close();
        }
    }

    private void add(@Nullable T step) {
        if (step != null) {
            ready.add(step);
        }
    }

    private void endRecording(@Nullable Throwable failure) {
        if (recording != null) {
            recording.end(conversation, failure);
            recording = null;
        }
    }

    private void extendDeadline() {
        deadline = loop.nanoTime() + config.timeout().toNanos();
    }

    private void startTimer(long delay) {
        if (!timerRuns) {
            timerRuns = true;
            loop.schedule(this::expire, delay);
        }
    }

    /** Whoever takes his time to ask for more is none that the kernel keeps waiting. */
    private void expire() {
        timerRuns = false;
        if (state == State.LISTING && ready.isEmpty()) {
            long left = deadline - loop.nanoTime();
            if (left <= 0) {
                end(new RequestTimeoutException(dump.request().operation().name(), config.timeout()));
            } else {
                startTimer(left);
            }
        }
    }

    private void onLoop(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            // The loop has ended, and so has the subscription.
            return;
        }
    }
}
