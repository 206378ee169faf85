package io.jnetlink.routes;

import io.jnetlink.message.MessageView;
import io.jnetlink.wire.NetlinkBuffer;

/** The body of a route message as a view that nobody reads. */
public final class RouteView implements MessageView {

    @Override
    public void wrapBody(NetlinkBuffer buffer, int offset, int length) {}
}
