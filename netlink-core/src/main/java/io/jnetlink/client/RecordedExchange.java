package io.jnetlink.client;

import io.jnetlink.client.internal.jfr.BatchEvent;
import io.jnetlink.client.internal.jfr.ExchangeEvent;
import io.jnetlink.client.internal.jfr.OverrunEvent;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.SocketCounters;
import io.jnetlink.wire.MessageFlags;

/**
 * Tells the flight recorder of exchanges while a recording runs; without one it costs a question and allocates nothing.
 *
 * <p>Not thread-safe, as the exchange is not.
 */
final class RecordedExchange {

    private final Exchange exchange;
    private final NetlinkSocket socket;

    RecordedExchange(Exchange exchange, NetlinkSocket socket) {
        this.exchange = exchange;
        this.socket = socket;
    }

    /** Does what {@link Exchange#run} does. */
    boolean run(Request<?, ?> request, int type, int flags, ReplyHandler replies) {
        ExchangeEvent event = ExchangeEvent.beginIfRecorded((flags & MessageFlags.DUMP) == MessageFlags.DUMP);
        try {
            return event == null
                    ? exchange.run(request, type, flags, replies)
                    : recorded(event, request, type, flags, replies);
        } catch (OverrunException e) {
            OverrunEvent.report(request.operation().name(), socket.counters().overruns());
            throw e;
        }
    }

    /** Does what {@link Exchange#run(Batch)} does. */
    void run(Batch batch) {
        BatchEvent event = BatchEvent.beginIfRecorded();
        try {
            if (event == null) {
                exchange.run(batch);
            } else {
                recorded(event, batch);
            }
        } catch (OverrunException e) {
            OverrunEvent.report(batch.name(), socket.counters().overruns());
            throw e;
        }
    }

    private boolean recorded(ExchangeEvent event, Request<?, ?> request, int type, int flags, ReplyHandler replies) {
        name(event, request);
        SocketCounters before = socket.counters();
        try {
            boolean interrupted = exchange.run(request, type, flags, reply -> {
                event.messages++;
                return replies.take(reply);
            });
            if (interrupted) {
                event.markInterrupted();
            }
            return interrupted;
        } catch (RuntimeException | Error e) {
            event.failure = e.getClass().getSimpleName();
            event.errno = e instanceof KernelRejectedException refused
                    ? refused.errno().number()
                    : 0;
            throw e;
        } finally {
            commit(event, before);
        }
    }

    private void recorded(BatchEvent event, Batch batch) {
        name(event, batch.request(0));
        event.requests = batch.size();
        SocketCounters before = socket.counters();
        try {
            exchange.run(batch);
        } catch (RuntimeException | Error e) {
            event.failure = e.getClass().getSimpleName();
            throw e;
        } finally {
            countRefusals(event, batch);
            commit(event, before);
        }
    }

    private static void countRefusals(BatchEvent event, Batch batch) {
        for (int index = 0; index < batch.size(); index++) {
            KernelVerdict verdict = batch.verdict(index);
            if (verdict != null && verdict.errno() != 0) {
                event.addRefusal(verdict.errno());
            }
        }
    }

    private static void name(ExchangeEvent event, Request<?, ?> request) {
        event.family = request.operation().family().name();
        event.operation = request.operation().name();
    }

    private void commit(ExchangeEvent event, SocketCounters before) {
        SocketCounters after = socket.counters();
        event.bytesSent = after.bytesSent() - before.bytesSent();
        event.bytesReceived = after.bytesReceived() - before.bytesReceived();
        event.commit();
    }
}
