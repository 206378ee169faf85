package io.jnetlink.ovs.port;

import io.jnetlink.ovs.vport.UpcallStatsAttrs;
import io.jnetlink.ovs.vport.VportAttrs;
import io.jnetlink.ovs.vport.VportMessage;
import io.jnetlink.ovs.vport.VportStats;
import io.jnetlink.ovs.vport.VportType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A port of a datapath as the kernel reported it.
 *
 * <p>Immutable.
 *
 * @param message everything that the kernel said about the port
 */
public record OvsPort(VportMessage message) {

    /** Number of the local port of every datapath. */
    public static final int LOCAL = 0;

    /**
     * @throws IllegalArgumentException if number, name or type are missing, which every report of the kernel has
     */
    public OvsPort {
        VportAttrs attributes = message.attributes();
        if (!attributes.hasPortNo() || !attributes.hasName() || !attributes.hasType()) {
            throw new IllegalArgumentException("no report of a port: " + message);
        }
    }

    /** The number, 0..65534. */
    public int number() {
        return (int) message.attributes().portNo();
    }

    /** The name, which is that of the device. */
    public String name() {
        return message.attributes().name();
    }

    /** What is behind the port, to the datapath; a tunnel is a {@link VportType#NETDEV} like any other device. */
    public VportType type() {
        return message.attributes().type();
    }

    /** The index of the datapath. */
    public int datapathIndex() {
        return message.header().dpIfindex();
    }

    /** The interface index of the device, in the namespace that it is in; empty where an old kernel does not tell. */
    public OptionalInt deviceIndex() {
        VportAttrs attributes = message.attributes();
        return attributes.hasIfindex() ? OptionalInt.of(attributes.ifindex()) : OptionalInt.empty();
    }

    /** The netlink port ids of the sockets for upcalls; a single 0 for none. */
    public List<Long> upcallPids() {
        VportAttrs attributes = message.attributes();
        return attributes.hasUpcallPid()
                ? Arrays.stream(attributes.upcallPid()).boxed().toList()
                : List.of();
    }

    /** What has passed through. */
    public Optional<VportStats> stats() {
        VportAttrs attributes = message.attributes();
        return attributes.hasStats() ? Optional.of(attributes.stats()) : Optional.empty();
    }

    /** How upcalls went; empty before Linux 6.2. */
    public Optional<UpcallStatsAttrs> upcallStats() {
        VportAttrs attributes = message.attributes();
        return attributes.hasUpcallStats() ? Optional.of(attributes.upcallStats()) : Optional.empty();
    }

    /** The kind of tunnel, by the type where the datapath made it, else by the beginning of the name. */
    public Optional<TunnelKind> tunnel() {
        VportType type = type();
        if (type.equals(VportType.INTERNAL)) {
            return Optional.empty();
        }
        return Arrays.stream(TunnelKind.values())
                .filter(kind -> kind.compatType().filter(type::equals).isPresent())
                .findFirst()
                .or(() -> TunnelKind.ofDeviceName(name()));
    }

    /** Whether it is the datapath's own device, which is there as long as the datapath. */
    public boolean isLocal() {
        return number() == LOCAL;
    }

    /** Whether the datapath made the device, and deletes it with the port. */
    public boolean isMadeByDatapath() {
        return !type().equals(VportType.NETDEV);
    }
}
