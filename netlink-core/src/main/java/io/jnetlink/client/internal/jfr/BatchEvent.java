package io.jnetlink.client.internal.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a pipeline that go out in one datagram, until each has its answer. Family and operation are those of the
 * first one, the error number is that of the first that was refused.
 */
@Name(BatchEvent.NAME)
@Label("Netlink Batch")
@Category("Netlink")
@Description("Requests of a pipeline that were sent together, and their answers")
@StackTrace(false)
public final class BatchEvent extends ExchangeEvent {

    static final String NAME = "io.jnetlink.Batch";

    private static final BatchEvent PROBE = new BatchEvent();

    /** How many requests. */
    @Label("Requests")
    public int requests;

    /** How many of them the kernel refused. */
    @Label("Refused")
    public int refused;

    private BatchEvent() {}

    /**
     * Starts the event that a recording waits for.
     *
     * @return null if none does; then nothing was allocated
     */
    public static @Nullable BatchEvent beginIfRecorded() {
        if (!PROBE.isEnabled()) {
            return null;
        }
        BatchEvent event = new BatchEvent();
        event.begin();
        return event;
    }

    /**
     * Counts a refusal.
     *
     * @param number positive error number
     */
    public void addRefusal(int number) {
        errno = refused == 0 ? number : errno;
        refused++;
    }
}
