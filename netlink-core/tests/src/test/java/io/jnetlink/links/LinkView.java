package io.jnetlink.links;

import io.jnetlink.message.MessageView;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;

/** The body of a link message as a flyweight. */
public final class LinkView implements MessageView {

    private final LinkAttributes attributes = new LinkAttributes(LinkFamily.ATTRIBUTES);

    @Override
    public void wrapBody(NetlinkBuffer buffer, int offset, int length) {
        if (length < Link.HEADER_SIZE) {
            throw new MalformedMessageException("fixed header needs 16 bytes, got " + length, offset);
        }
        attributes.wrap(buffer, offset + Link.HEADER_SIZE, length - Link.HEADER_SIZE);
    }

    public LinkAttributes attributes() {
        return attributes;
    }
}
