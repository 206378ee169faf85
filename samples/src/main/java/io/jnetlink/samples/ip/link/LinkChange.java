package io.jnetlink.samples.ip.link;

import io.jnetlink.message.Operation;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkMessageView;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.wire.MessageFlags;

/** The commands that change something, and the requests that they are. Immutable. */
public enum LinkChange {
    /** Creates a link; it must not exist. */
    ADD(RtLink.NEWLINK, MessageFlags.CREATE | MessageFlags.EXCL),
    /** Changes a link that exists. */
    SET(RtLink.NEWLINK, 0),
    /** Changes a link, or creates it. */
    REPLACE(RtLink.NEWLINK, MessageFlags.CREATE | MessageFlags.REPLACE),
    /** Deletes a link. */
    DELETE(RtLink.DELLINK, 0);

    private final Operation<LinkMessage, LinkMessageView> operation;
    private final int flags;

    LinkChange(Operation<LinkMessage, LinkMessageView> operation, int flags) {
        this.operation = operation;
        this.flags = flags;
    }

    /** The operation that is requested. */
    public Operation<LinkMessage, LinkMessageView> operation() {
        return operation;
    }

    /** Flags of the request. */
    public int flags() {
        return flags;
    }

    /** Whether it may create a link. */
    public boolean creates() {
        return (flags & MessageFlags.CREATE) != 0;
    }

    /** Whether it changes a link that exists. */
    public boolean isChange() {
        return this == SET;
    }
}
