package io.jnetlink.ovs.rule;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.flow.FlowAttrs;
import io.jnetlink.ovs.flow.FlowMessage;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.text.Ufid;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A flow as the kernel reported it. A terse report holds nothing but identifier and statistics.
 *
 * <p>Immutable; statistics are those of the moment of the report.
 *
 * @param message everything that the kernel said about the flow
 */
public record Flow(FlowMessage message) {

    private static final KeyAttrs NO_KEY = KeyAttrs.builder().build();
    private static final ActionAttrs NO_ACTIONS = ActionAttrs.builder().build();

    /** The index of its datapath. */
    public int datapathIndex() {
        return message.header().dpIfindex();
    }

    /**
     * What names it in requests: the identifier if it was added with one, else the key.
     *
     * @throws IllegalArgumentException if the report has neither
     */
    public FlowId id() {
        Optional<Ufid> ufid = ufid();
        return ufid.isPresent() ? FlowId.of(ufid.get()) : FlowId.of(key());
    }

    /** The identifier that it was added with. */
    public Optional<Ufid> ufid() {
        FlowAttrs attributes = message.attributes();
        return attributes.hasUfid() ? Optional.of(Ufid.of(attributes.ufid())) : Optional.empty();
    }

    /** The values of its packets; empty in a terse report. */
    public KeyAttrs key() {
        FlowAttrs attributes = message.attributes();
        return attributes.hasKey() ? attributes.key() : NO_KEY;
    }

    /** Which bits of the values count; empty in a terse report. */
    public KeyAttrs mask() {
        FlowAttrs attributes = message.attributes();
        return attributes.hasMask() ? attributes.mask() : NO_KEY;
    }

    /** Key and mask. */
    public Match match() {
        return Match.of(key(), mask());
    }

    /** What it does; empty if it drops packets, or the report does not tell: see {@link #hasActions()}. */
    public ActionAttrs actions() {
        FlowAttrs attributes = message.attributes();
        return attributes.hasActions() ? attributes.actions() : NO_ACTIONS;
    }

    /** Whether the report tells what it does. The kernel leaves that out of a dump if it would be too long. */
    public boolean hasActions() {
        return message.attributes().hasActions();
    }

    /** Packets that matched; 0 if the kernel does not tell, since there were none. */
    public long packets() {
        FlowAttrs attributes = message.attributes();
        return attributes.hasStats() ? attributes.stats().nPackets() : 0;
    }

    /** Bytes of the packets that matched. */
    public long bytes() {
        FlowAttrs attributes = message.attributes();
        return attributes.hasStats() ? attributes.stats().nBytes() : 0;
    }

    /** When a packet matched last, in milliseconds of {@code CLOCK_MONOTONIC}; empty if none did. */
    public OptionalLong usedMillis() {
        FlowAttrs attributes = message.attributes();
        return attributes.hasUsed() ? OptionalLong.of(attributes.used()) : OptionalLong.empty();
    }

    /** All TCP flags that were seen together, as bits; 0 if there were none. */
    public int tcpFlags() {
        FlowAttrs attributes = message.attributes();
        return attributes.hasTcpFlags() ? attributes.tcpFlags() : 0;
    }
}
