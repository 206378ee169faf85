package io.jnetlink.ovs.upcall;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.flow.TunnelKeyAttrs;
import io.jnetlink.ovs.packet.PacketAttrsView;
import java.util.Optional;

/**
 * A packet that met a userspace action.
 *
 * <p>Not thread-safe; valid during the call of the handler only.
 */
public final class ActionUpcall extends Upcall {

    ActionUpcall() {}

    /** What the action gave along. */
    public Optional<byte[]> userdata() {
        PacketAttrsView attributes = attributes();
        return attributes.hasUserdata() ? Optional.of(attributes.userdata()) : Optional.empty();
    }

    /** The tunnel that the packet would take, if the action asked for that. */
    public Optional<TunnelKeyAttrs> egressTunnelKey() {
        PacketAttrsView attributes = attributes();
        return attributes.hasEgressTunKey()
                ? Optional.of(attributes.egressTunKey().toValue())
                : Optional.empty();
    }

    /** All actions of the flow, if the action asked for that. */
    public Optional<ActionAttrs> actions() {
        PacketAttrsView attributes = attributes();
        return attributes.hasActions() ? Optional.of(attributes.actions().toValue()) : Optional.empty();
    }
}
