package io.jnetlink.client.internal.jfr;

import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import org.jspecify.annotations.Nullable;

/**
 * What requests and dumps have in common.
 *
 * <p>Not thread-safe: made, filled and written within one exchange.
 */
public abstract class ExchangeEvent extends Event {

    /** The spec's name of the family. */
    @Label("Family")
    public String family = "";

    /** The spec's name of the operation. */
    @Label("Operation")
    public String operation = "";

    /** Bytes of the request; 0 if it could not be sent. */
    @Label("Bytes Sent")
    @DataAmount
    public long bytesSent;

    /** Bytes of the messages that answered it, the verdict included. */
    @Label("Bytes Received")
    @DataAmount
    public long bytesReceived;

    /** Answers, without acknowledgement and end of dump. */
    @Label("Messages")
    @Description("Answers of the kernel, not counting the acknowledgement or the end of a dump")
    public int messages;

    /** The kernel's error number; 0 if it refused nothing. */
    @Label("Error Number")
    public int errno;

    /** Simple name of the exception that ended it, if one did. */
    @Label("Failure")
    public @Nullable String failure;

    ExchangeEvent() {}

    /**
     * Starts the event that a recording waits for.
     *
     * @return null if none does; then nothing was allocated
     */
    public static @Nullable ExchangeEvent beginIfRecorded(boolean dump) {
        ExchangeEvent event = dump ? DumpEvent.ifRecorded() : RequestEvent.ifRecorded();
        if (event != null) {
            event.begin();
        }
        return event;
    }

    /** Tells that the listing of a dump was disturbed. */
    public void markInterrupted() {}
}
