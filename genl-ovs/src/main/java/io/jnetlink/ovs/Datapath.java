package io.jnetlink.ovs;

import io.jnetlink.ovs.datapath.DatapathAttrs;
import io.jnetlink.ovs.datapath.DatapathFeatures;
import io.jnetlink.ovs.datapath.DatapathMessage;
import io.jnetlink.ovs.datapath.DpMegaflowStats;
import io.jnetlink.ovs.datapath.DpStats;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A datapath as the kernel reported it: a switch in the kernel with ports and a table of flows.
 *
 * <p>Immutable; features and statistics are those of the moment of the report.
 *
 * @param message everything that the kernel said about the datapath
 */
public record Datapath(DatapathMessage message) {

    /**
     * @throws IllegalArgumentException if the name is missing, which every report of the kernel has
     */
    public Datapath {
        if (!message.attributes().hasName()) {
            throw new IllegalArgumentException("no report of a datapath: " + message);
        }
    }

    /** The name, which is that of the local port's device. */
    public String name() {
        return message.attributes().name();
    }

    /** The number that names it in requests: the interface index of the local port's device. */
    public int index() {
        return message.header().dpIfindex();
    }

    /** What user space said that it can deal with. */
    public DatapathFeatures features() {
        DatapathAttrs attributes = message.attributes();
        return attributes.hasUserFeatures() ? attributes.userFeatures() : DatapathFeatures.of();
    }

    /** Whether upcalls go to the socket of the processor that handles the packet, not to that of the port. */
    public boolean dispatchesPerCpu() {
        return features().contains(DatapathFeatures.DISPATCH_UPCALL_PER_CPU);
    }

    /** What has happened to the packets; zeros if the kernel does not tell. */
    public DpStats stats() {
        DatapathAttrs attributes = message.attributes();
        return attributes.hasStats() ? attributes.stats() : DpStats.builder().build();
    }

    /** How lookups in the flow table went. */
    public Optional<DpMegaflowStats> megaflowStats() {
        DatapathAttrs attributes = message.attributes();
        return attributes.hasMegaflowStats() ? Optional.of(attributes.megaflowStats()) : Optional.empty();
    }

    /** Entries in each processor's cache of masks; empty before Linux 5.10. */
    public OptionalInt masksCacheSize() {
        DatapathAttrs attributes = message.attributes();
        return attributes.hasMasksCacheSize() ? OptionalInt.of((int) attributes.masksCacheSize()) : OptionalInt.empty();
    }

    /** The netlink port ids of the sockets for upcalls by processor; empty if none were set. */
    public List<Long> perCpuPids() {
        DatapathAttrs attributes = message.attributes();
        return attributes.hasPerCpuPids()
                ? Arrays.stream(attributes.perCpuPids()).boxed().toList()
                : List.of();
    }
}
