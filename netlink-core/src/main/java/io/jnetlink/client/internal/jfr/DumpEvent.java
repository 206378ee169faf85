package io.jnetlink.client.internal.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A dump, from the moment it is asked for to its end; what the caller does with each entry is part of it. */
@Name(DumpEvent.NAME)
@Label("Netlink Dump")
@Category("Netlink")
@Description("A listing of kernel objects, the caller's work on each of them included")
@StackTrace(false)
final class DumpEvent extends ExchangeEvent {

    static final String NAME = "io.jnetlink.Dump";

    private static final DumpEvent PROBE = new DumpEvent();

    /** Whether entries may be missing or stand twice. */
    @Label("Interrupted")
    @Description("The kernel's state changed while it was listed")
    public boolean interrupted;

    static @Nullable ExchangeEvent ifRecorded() {
        return PROBE.isEnabled() ? new DumpEvent() : null;
    }

    @Override
    public void markInterrupted() {
        interrupted = true;
    }
}
