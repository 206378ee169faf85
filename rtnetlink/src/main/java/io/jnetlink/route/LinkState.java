package io.jnetlink.route;

import io.jnetlink.client.Request;
import io.jnetlink.client.StateFold;
import io.jnetlink.client.StateSource;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.wire.MessageHeader;
import java.util.List;

/**
 * The links of a namespace, for a {@link io.jnetlink.client.StateFeed}. Their keys are the indices, as {@link Integer}.
 *
 * <p>Stateless.
 *
 * <pre>{@code
 * try (StateFeed feed = route.client().follow(ResyncPolicy.defaults(), LinkState.source())) {
 *     …
 * }
 * }</pre>
 */
public final class LinkState {

    /** {@code AF_BRIDGE}. */
    private static final int BRIDGE = 7;

    private LinkState() {}

    /** All links. A link's body is read from an entry by {@code entry.message().body(RtLink.NEWLINK_NTF)}. */
    public static StateSource source() {
        return StateSource.of(
                "links",
                List.of(Request.of(RtLink.GETLINK, LinkMessage.builder().build())),
                StateFold.byKey(
                                RtLink.NEWLINK_NTF,
                                RtLink.DELLINK_NTF,
                                (LinkMessage link) -> link.header().ifiIndex())
                        // A port that leaves its bridge is told of by this group too, as a deleted link of this family.
                        .where(message -> message.bytes().u8(MessageHeader.SIZE) != BRIDGE),
                "rtnlgrp-link");
    }
}
