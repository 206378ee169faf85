package io.jnetlink.client;

import io.jnetlink.client.internal.jfr.BatchEvent;
import io.jnetlink.client.internal.jfr.OverrunEvent;
import io.jnetlink.socket.NetlinkSocket;
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
    Conversation run(Request<?, ?> request, int type, int flags, ReplyHandler replies) {
        boolean dump = (flags & MessageFlags.DUMP) == MessageFlags.DUMP;
        ExchangeRecording recording = ExchangeRecording.beginIfRecorded(request, dump);
        try {
            return recording == null
                    ? exchange.run(request, type, flags, replies)
                    : recorded(recording, request, type, flags, replies);
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

    private Conversation recorded(
            ExchangeRecording recording, Request<?, ?> request, int type, int flags, ReplyHandler replies) {
        Throwable failure = null;
        try {
            return exchange.run(request, type, flags, replies);
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            recording.end(exchange.conversation(), failure);
        }
    }

    private void recorded(BatchEvent event, Batch batch) {
        event.family = batch.request(0).operation().family().name();
        event.operation = batch.request(0).operation().name();
        event.requests = batch.size();
        try {
            exchange.run(batch);
        } catch (RuntimeException | Error e) {
            event.failure = e.getClass().getSimpleName();
            throw e;
        } finally {
            countRefusals(event, batch);
            event.bytesSent = batch.bytesSent();
            event.bytesReceived = batch.bytesReceived();
            event.commit();
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
}
