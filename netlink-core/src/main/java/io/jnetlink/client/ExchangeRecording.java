package io.jnetlink.client;

import io.jnetlink.client.internal.jfr.ExchangeEvent;
import org.jspecify.annotations.Nullable;

/**
 * One request or dump on its way into the flight recorder.
 *
 * <p>Not thread-safe: begun and ended by the thread that has the exchange. Made only while a recording wants it.
 */
final class ExchangeRecording {

    private final ExchangeEvent event;

    private ExchangeRecording(ExchangeEvent event) {
        this.event = event;
    }

    /**
     * Begins when a request is about to be sent.
     *
     * @return null if no recording wants it; then nothing was allocated
     */
    static @Nullable ExchangeRecording beginIfRecorded(Request<?, ?> request, boolean dump) {
        ExchangeEvent event = ExchangeEvent.beginIfRecorded(dump);
        if (event == null) {
            return null;
        }
        event.family = request.operation().family().name();
        event.operation = request.operation().name();
        return new ExchangeRecording(event);
    }

    /**
     * Writes the event.
     *
     * @param failure what ended the exchange, if it did not end well
     */
    void end(Conversation conversation, @Nullable Throwable failure) {
        KernelVerdict verdict = conversation.verdict();
        event.bytesSent = conversation.bytesSent();
        event.bytesReceived = conversation.bytesReceived();
        event.messages = conversation.repliesReceived();
        event.errno = verdict == null ? 0 : verdict.errno();
        event.failure = failure == null ? null : failure.getClass().getSimpleName();
        if (conversation.marks().interrupted()) {
            event.markInterrupted();
        }
        event.commit();
    }
}
