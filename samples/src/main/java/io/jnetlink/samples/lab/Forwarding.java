package io.jnetlink.samples.lab;

import io.jnetlink.ovs.rule.Actions;
import io.jnetlink.wire.IpAddress;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What is done with frames, once it is known where they shall go.
 *
 * <p>Immutable. What came through a tunnel goes into none (split horizon): each end of a full mesh has the frame from its sender,
 * and passing it on would make it circle.
 */
final class Forwarding {

    private final @Nullable Overlay overlay;

    Forwarding(@Nullable Overlay overlay) {
        this.overlay = overlay;
    }

    /** To one station. Nothing, if it is where the frame came from. */
    Actions to(Way in, Way out) {
        if (out.port() == in.port()) {
            return Actions.drop();
        }
        return out.remote().map(end -> into(Actions.first(), end)).orElseGet(() -> Actions.toPort(out.port()));
    }

    /** To everybody but the one it came from: out of ports as it is, and then into tunnels. */
    Actions flood(Way in, Collection<Long> ports) {
        Actions actions = Actions.first();
        for (long port : ports) {
            if (port != in.port()) {
                actions = actions.output(port);
            }
        }
        if (overlay != null && !in.isTunnel()) {
            for (IpAddress end : overlay.remotes()) {
                actions = into(actions, end);
            }
        }
        return actions;
    }

    private Actions into(Actions before, IpAddress end) {
        Overlay tunnels = overlay;
        if (tunnels == null) {
            throw new IllegalStateException("a switch without tunnels has no way to " + end);
        }
        return before.setTunnel(t -> t.id(tunnels.vni())
                        .src(tunnels.local())
                        .dst(end)
                        .ttl(64)
                        .dontFragment())
                .output(tunnels.port());
    }
}
