package io.jnetlink.samples.lab;

import io.jnetlink.client.MessageObserver;
import io.jnetlink.observe.MessageDescriber;
import io.jnetlink.observe.MessageDirection;
import io.jnetlink.ovs.vport.OvsVportSchema;
import io.jnetlink.route.link.RtLinkSchema;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.function.Consumer;

/**
 * Shows the requests that make a tunnel port: that for the device, and that which attaches it to the datapath.
 *
 * <p>Thread-safe. Silent until it is told the number of the family of ports.
 */
final class TunnelSteps implements MessageObserver {

    private final MessageDescriber links = MessageDescriber.of(RtLinkSchema.FAMILY);
    private final MessageDescriber ports = MessageDescriber.of(OvsVportSchema.FAMILY);
    private final Consumer<String> lines;
    private volatile int family;

    TunnelSteps(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Shows what goes out from now on. */
    void begin(int vportFamily) {
        ports.learn(OvsVportSchema.FAMILY.name(), vportFamily);
        family = vportFamily;
    }

    void end() {
        family = 0;
    }

    @Override
    public void sent(NetlinkBuffer buffer, int offset, int length) {
        if (family == 0) {
            return;
        }
        // Both protocols go by here, and their numbers mean different things: the family's own tells them apart.
        MessageDescriber describer = MessageHeader.type(buffer, offset) == family ? ports : links;
        lines.accept(describer
                .describe(MessageDirection.TO_KERNEL, buffer, offset, length)
                .toText());
    }

    @Override
    public void received(NetlinkBuffer buffer, int offset, int length) {}
}
