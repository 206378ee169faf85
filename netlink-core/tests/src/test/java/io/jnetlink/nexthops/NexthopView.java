package io.jnetlink.nexthops;

import io.jnetlink.message.AttributeReader;
import io.jnetlink.message.MessageView;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;

/** The body of a nexthop message as a flyweight. */
public final class NexthopView extends AttributeReader implements MessageView {

    NexthopView() {
        super(NexthopFamily.ATTRIBUTES);
    }

    @Override
    public void wrapBody(NetlinkBuffer buffer, int offset, int length) {
        if (length < Nexthop.HEADER_SIZE) {
            throw new MalformedMessageException("fixed header needs 8 bytes, got " + length, offset);
        }
        attach(buffer, offset + Nexthop.HEADER_SIZE, length - Nexthop.HEADER_SIZE);
    }

    /** Its number. */
    public int id() {
        return (int) u32(NexthopFamily.ID);
    }
}
