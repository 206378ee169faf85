package io.jnetlink.client.internal.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The moment at which a socket is told that the kernel dropped datagrams. */
@Name(OverrunEvent.NAME)
@Label("Netlink Overrun")
@Category("Netlink")
@Description("The kernel dropped datagrams because the receive queue of a socket was full")
@StackTrace(false)
public final class OverrunEvent extends Event {

    static final String NAME = "io.jnetlink.Overrun";

    private static final OverrunEvent PROBE = new OverrunEvent();

    /** The operation that waited for an answer, or {@code subscription}. */
    @Label("Receiver")
    public String receiver = "";

    /** Overruns that this socket has had. */
    @Label("Count")
    @Description("Overruns of this socket so far")
    public long count;

    private OverrunEvent() {}

    /**
     * Writes the event if a recording waits for it.
     *
     * @param receiver the operation that waited for an answer, or {@code subscription}
     * @param count overruns that this socket has had
     */
    public static void report(String receiver, long count) {
        if (PROBE.isEnabled()) {
            OverrunEvent event = new OverrunEvent();
            event.receiver = receiver;
            event.count = count;
            event.commit();
        }
    }
}
