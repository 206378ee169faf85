package io.jnetlink.samples.lab;

import io.jnetlink.wire.IpAddress;
import java.util.Optional;

/**
 * Where frames of a station come in, and frames for it go out.
 *
 * <p>Immutable.
 *
 * @param port number of the port of the datapath
 * @param remote the far end, if the port is a tunnel
 */
public record Way(long port, Optional<IpAddress> remote) {

    /** Straight out of a port. */
    public static Way local(long port) {
        return new Way(port, Optional.empty());
    }

    /** Through a tunnel. */
    public static Way tunnel(long port, IpAddress remote) {
        return new Way(port, Optional.of(remote));
    }

    /** Whether there is a tunnel on the way. */
    public boolean isTunnel() {
        return remote.isPresent();
    }

    @Override
    public String toString() {
        return "port " + port + remote.map(end -> " to " + end).orElse("");
    }
}
