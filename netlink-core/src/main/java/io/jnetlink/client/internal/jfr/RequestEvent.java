package io.jnetlink.client.internal.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A request that is not a dump, from the moment it is sent. */
@Name(RequestEvent.NAME)
@Label("Netlink Request")
@Category("Netlink")
@Description("A request to the kernel and its answer, without the time until the client was free")
@StackTrace(false)
final class RequestEvent extends ExchangeEvent {

    static final String NAME = "io.jnetlink.Request";

    private static final RequestEvent PROBE = new RequestEvent();

    static @Nullable ExchangeEvent ifRecorded() {
        return PROBE.isEnabled() ? new RequestEvent() : null;
    }
}
