package io.jnetlink.ovs.rule;

import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.flow.KeyEthernet;
import io.jnetlink.ovs.text.FlowMatch;
import io.jnetlink.ovs.text.Ufid;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.InvalidFieldException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which packets a flow is for: values, and beside each which of its bits count.
 *
 * <p>Immutable. What is not named may be anything. Each method returns a match with one more condition; where the kernel
 * wants another field beside, such as the ethertype of IPv4 or the flags of TCP, that is put in by itself. So what comes of
 * these methods is what kernels take; {@link #and} alone adds just what it says.
 *
 * <pre>{@code
 * Match.inPort(1).ipv4(ip -> ip.dst(IpAddress.parse("10.0.0.0"), 8)).tcp(tcp -> tcp.dst(80))
 * }</pre>
 */
public final class Match {

    static final HardwareAddress NO_ADDRESS = HardwareAddress.of(new byte[6]);
    static final HardwareAddress WHOLE_ADDRESS = HardwareAddress.parse("ff:ff:ff:ff:ff:ff");

    private static final long U32 = 0xffff_ffffL;
    private static final KeyEthernet ANY_ETHERNET = new KeyEthernet(NO_ADDRESS, NO_ADDRESS);

    private final KeyAttrs key;
    private final @Nullable KeyAttrs mask;
    /** What stands behind a vlan tag. */
    private final @Nullable Match inner;
    /** Whether conditions can be added. */
    private final boolean open;

    private final @Nullable Ufid ufid;

    private Match(KeyAttrs key, @Nullable KeyAttrs mask, @Nullable Match inner, boolean open, @Nullable Ufid ufid) {
        this.key = key;
        this.mask = mask;
        this.inner = inner;
        this.open = open;
        this.ufid = ufid;
    }

    /** Ethernet frames of any port. */
    public static Match any() {
        return new Match(KeyAttrs.builder().build(), KeyAttrs.builder().build(), null, true, null)
                .with(k -> k.ethernet(ANY_ETHERNET), m -> m.ethernet(ANY_ETHERNET));
    }

    /** Ethernet frames that come in by a port. */
    public static Match inPort(long port) {
        return any().with(k -> k.inPort(port), m -> m.inPort(U32));
    }

    /** Packets that have exactly these values; every bit counts, also of fields that are not there. */
    public static Match exact(KeyAttrs key) {
        return new Match(Objects.requireNonNull(key), null, null, false, null);
    }

    /**
     * Packets that have these values in the bits of a mask.
     *
     * @param mask the same attributes; one that is missing may be anything, unless all are missing: then every bit counts
     */
    public static Match of(KeyAttrs key, KeyAttrs mask) {
        return new Match(key, mask.length() == 0 ? null : mask, null, false, null);
    }

    /** What a text says. */
    public static Match of(FlowMatch parsed) {
        KeyAttrs mask = parsed.mask();
        return new Match(
                parsed.key(),
                mask.length() == 0 ? null : mask,
                null,
                false,
                parsed.ufid().orElse(null));
    }

    /** Packets that were sent round by {@code recirc}; 0 for those that were not. */
    public Match recirc(long id) {
        return with(k -> k.recircId(id), m -> m.recircId(U32));
    }

    /** Packets with a mark. */
    public Match mark(long value) {
        return mark(value, U32);
    }

    /** Packets with a mark that is this in the bits of a mask. */
    public Match mark(long value, long bits) {
        return with(k -> k.skbMark(value), m -> m.skbMark(bits));
    }

    /** Packets of a priority, as traffic control has it. */
    public Match priority(long value) {
        return with(k -> k.priority(value), m -> m.priority(U32));
    }

    /** Packets that came through a tunnel. */
    public Match tunnel(Consumer<TunnelMatch> conditions) {
        TunnelMatch tunnel = new TunnelMatch();
        conditions.accept(tunnel);
        return with(k -> k.tunnel(tunnel.key()), m -> m.tunnel(tunnel.mask()));
    }

    /** Frames from one address to another. */
    public Match eth(HardwareAddress source, HardwareAddress destination) {
        return ethSrc(source).ethDst(destination);
    }

    /** Frames from an address. */
    public Match ethSrc(HardwareAddress source) {
        return ethSrc(source, WHOLE_ADDRESS);
    }

    /** Frames from an address that is this in the bits of a mask. */
    public Match ethSrc(HardwareAddress source, HardwareAddress bits) {
        return with(
                k -> k.ethernet(new KeyEthernet(source, key.ethernet().dst())),
                m -> m.ethernet(new KeyEthernet(bits, openMask().ethernet().dst())));
    }

    /** Frames to an address. */
    public Match ethDst(HardwareAddress destination) {
        return ethDst(destination, WHOLE_ADDRESS);
    }

    /** Frames to an address that is this in the bits of a mask. */
    public Match ethDst(HardwareAddress destination, HardwareAddress bits) {
        return with(
                k -> k.ethernet(new KeyEthernet(key.ethernet().src(), destination)),
                m -> m.ethernet(new KeyEthernet(openMask().ethernet().src(), bits)));
    }

    /**
     * Frames of an ethertype; within a tag if there is one. With that of a tag, 0x8100 or 0x88a8, frames that have one of any
     * VLAN; what is inside comes behind.
     *
     * @throws InvalidFieldException if it is below 0x600, where lengths are, or above 0xffff
     * @throws IllegalStateException if another ethertype was named before, or by a protocol
     */
    public Match ethertype(int type) {
        if (type < Ethertypes.LEAST || type > 0xffff) {
            throw new InvalidFieldException("ethertype", type, "must be 0x0600..0xffff");
        }
        return Ethertypes.isTag(type)
                ? tagged(type, VlanTag.PRESENT, VlanTag.PRESENT)
                : innermost(match -> match.typed(type).complete());
    }

    /** Frames with a tag of a VLAN, of any priority. Ethertype and what is inside come behind. */
    public Match vlan(int vid) {
        return tagged(Ethertypes.VLAN, VlanTag.of(vid, 0), VlanTag.PRESENT | VlanTag.VID);
    }

    /** Frames with a tag of a VLAN and a priority. Ethertype and what is inside come behind. */
    public Match vlan(int vid, int priority) {
        return tagged(Ethertypes.VLAN, VlanTag.of(vid, priority), 0xffff);
    }

    /** Packets of IPv4. */
    public Match ipv4(Consumer<Ipv4Match> conditions) {
        Ipv4Match ip = new Ipv4Match();
        conditions.accept(ip);
        return ethertype(Ethertypes.IPV4)
                .innermost(match -> match.with(k -> k.ipv4(ip.key()), m -> m.ipv4(ip.mask()))
                        .complete());
    }

    /** Packets of IPv6. */
    public Match ipv6(Consumer<Ipv6Match> conditions) {
        Ipv6Match ip = new Ipv6Match();
        conditions.accept(ip);
        return ethertype(Ethertypes.IPV6)
                .innermost(match -> match.with(k -> k.ipv6(ip.key()), m -> m.ipv6(ip.mask()))
                        .complete());
    }

    /** Packets of ARP. */
    public Match arp(Consumer<ArpMatch> conditions) {
        ArpMatch arp = new ArpMatch();
        conditions.accept(arp);
        return ethertype(Ethertypes.ARP).innermost(match -> match.with(k -> k.arp(arp.key()), m -> m.arp(arp.mask())));
    }

    /** TCP within the IPv4 or IPv6 named before. */
    public Match tcp(Consumer<PortsMatch> conditions) {
        PortsMatch ports = PortsMatch.of(conditions);
        // The kernel refuses the ports without the flags.
        return transport(
                Transports.TCP,
                match -> match.with(
                        k -> k.tcp(ports.tcpKey()).tcpFlags(ports.flags()),
                        m -> m.tcp(ports.tcpMask()).tcpFlags(ports.flagsMask())));
    }

    /** UDP within the IPv4 or IPv6 named before. */
    public Match udp(Consumer<PortsMatch> conditions) {
        PortsMatch ports = PortsMatch.of(conditions);
        return transport(Transports.UDP, match -> match.with(k -> k.udp(ports.udpKey()), m -> m.udp(ports.udpMask())));
    }

    /** SCTP within the IPv4 or IPv6 named before. */
    public Match sctp(Consumer<PortsMatch> conditions) {
        PortsMatch ports = PortsMatch.of(conditions);
        return transport(
                Transports.SCTP, match -> match.with(k -> k.sctp(ports.sctpKey()), m -> m.sctp(ports.sctpMask())));
    }

    /** ICMP of a type and code, within the IPv4 named before. */
    public Match icmp(int type, int code) {
        return transport(
                Transports.ICMP,
                match -> match.with(k -> k.icmp(Transports.icmp(type, code)), m -> m.icmp(Transports.WHOLE_ICMP)));
    }

    /** ICMPv6 of a type and code, within the IPv6 named before. */
    public Match icmpv6(int type, int code) {
        return transport(
                Transports.ICMPV6,
                match -> match.with(
                                k -> k.icmpv6(Transports.icmpv6(type, code)), m -> m.icmpv6(Transports.WHOLE_ICMPV6))
                        .complete());
    }

    /**
     * Adds conditions by the generated builders, for what has no method here.
     *
     * @param values fills the key
     * @param bits fills the mask
     */
    public Match and(Consumer<KeyAttrs.Builder> values, Consumer<KeyAttrs.Builder> bits) {
        return innermost(match -> match.with(values, bits));
    }

    /** The values. */
    public KeyAttrs key() {
        return inner == null ? key : key.toBuilder().encap(inner.key()).build();
    }

    /** Which bits of the values count; empty if every bit does. */
    public Optional<KeyAttrs> mask() {
        if (inner == null) {
            return Optional.ofNullable(mask);
        }
        return Optional.of(
                openMask().toBuilder().encap(inner.mask().orElseThrow()).build());
    }

    /** The identifier of the flow that a text gave along. */
    public Optional<Ufid> ufid() {
        return Optional.ofNullable(ufid);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Match that
                && key().equals(that.key())
                && mask().equals(that.mask())
                && Objects.equals(ufid, that.ufid);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key(), mask(), ufid);
    }

    @Override
    public String toString() {
        return key() + mask().map(bits -> " mask " + bits).orElse(" exactly");
    }

    private Match tagged(int type, int tag, int bits) {
        return innermost(match ->
                match.typed(type).with(k -> k.vlan(tag), m -> m.vlan(bits)).within(insideTag()));
    }

    /** The kernel refuses a tag with nothing behind. So there stands an ethertype, of which no bit counts. */
    private static Match insideTag() {
        return new Match(KeyAttrs.builder().build(), KeyAttrs.builder().build(), null, true, null)
                .with(k -> k.ethertype(Ethertypes.EXPERIMENTAL), m -> m.ethertype(0));
    }

    private Match typed(int type) {
        if (openMask().hasEthertype() && mask.ethertype() != 0 && key.ethertype() != type) {
            throw new IllegalStateException(String.format(
                    "this match is for ethertype 0x%04x: it cannot be for 0x%04x too", key.ethertype(), type));
        }
        return with(k -> k.ethertype(type), m -> m.ethertype(0xffff));
    }

    private Match complete() {
        Consumer<KeyAttrs.Builder> zeros = ProtocolKeys.missingIn(key);
        return with(zeros, zeros);
    }

    private Match transport(int protocol, Layer layer) {
        return innermost(match -> layer.on(Transports.within(match.key, match.openMask(), protocol, match::with)));
    }

    /** Puts something behind the last tag. */
    private Match innermost(Layer layer) {
        return inner == null ? layer.on(this) : within(inner.innermost(layer));
    }

    private Match within(Match content) {
        return new Match(key, mask, content, open, ufid);
    }

    private Match with(Consumer<KeyAttrs.Builder> values, Consumer<KeyAttrs.Builder> bits) {
        KeyAttrs.Builder newMask = openMask().toBuilder();
        KeyAttrs.Builder newKey = key.toBuilder();
        values.accept(newKey);
        bits.accept(newMask);
        return new Match(newKey.build(), newMask.build(), inner, open, ufid);
    }

    private KeyAttrs openMask() {
        if (!open || mask == null) {
            throw new IllegalStateException("this match was given as a whole: nothing can be added to it");
        }
        return mask;
    }

    private interface Layer {
        Match on(Match match);
    }
}
