package io.jnetlink.samples.ovs.flow;

import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.text.PortNames;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fields that a filter can look at, as bytes in network order.
 *
 * <p>Immutable.
 */
enum FilterField {
    IN_PORT(Form.PORT, k -> k.hasInPort() ? number(k.inPort(), 4) : null, "in_port"),
    RECIRC_ID(Form.U32, k -> k.hasRecircId() ? number(k.recircId(), 4) : null, "recirc_id"),
    MARK(Form.U32, k -> k.hasSkbMark() ? number(k.skbMark(), 4) : null, "pkt_mark", "skb_mark"),
    TUNNEL_ID(
            Form.U64,
            k -> k.hasTunnel() && k.tunnel().hasId() ? number(k.tunnel().id(), 8) : null,
            "tun_id",
            "tunnel_id"),
    TUNNEL_SOURCE(
            Form.IPV4,
            k -> k.hasTunnel() && k.tunnel().hasIpv4Src() ? k.tunnel().ipv4Src().toByteArray() : null,
            "tun_src"),
    TUNNEL_DESTINATION(
            Form.IPV4,
            k -> k.hasTunnel() && k.tunnel().hasIpv4Dst() ? k.tunnel().ipv4Dst().toByteArray() : null,
            "tun_dst"),
    ETHERNET_SOURCE(Form.MAC, k -> k.hasEthernet() ? k.ethernet().src().toByteArray() : null, "dl_src", "eth_src"),
    ETHERNET_DESTINATION(Form.MAC, k -> k.hasEthernet() ? k.ethernet().dst().toByteArray() : null, "dl_dst", "eth_dst"),
    ETHERTYPE(
            Form.U16,
            k -> FlowFilter.innermost(k).hasEthertype()
                    ? number(FlowFilter.innermost(k).ethertype(), 2)
                    : null,
            "dl_type",
            "eth_type"),
    IP_SOURCE(Form.IPV4, inner(k -> k.hasIpv4() ? k.ipv4().src().toByteArray() : null), "nw_src", "ip_src"),
    IP_DESTINATION(Form.IPV4, inner(k -> k.hasIpv4() ? k.ipv4().dst().toByteArray() : null), "nw_dst", "ip_dst"),
    IPV6_SOURCE(Form.IPV6, inner(k -> k.hasIpv6() ? k.ipv6().src().toByteArray() : null), "ipv6_src"),
    IPV6_DESTINATION(Form.IPV6, inner(k -> k.hasIpv6() ? k.ipv6().dst().toByteArray() : null), "ipv6_dst"),
    PROTOCOL(Form.U8, inner(FilterField::protocol), "nw_proto", "ip_proto"),
    TRAFFIC_CLASS(Form.U8, inner(FilterField::trafficClass), "nw_tos"),
    TIME_TO_LIVE(Form.U8, inner(FilterField::timeToLive), "nw_ttl"),
    SOURCE_PORT(Form.U16, inner(FilterField::sourcePort), "tp_src", "tcp_src", "udp_src", "sctp_src"),
    DESTINATION_PORT(Form.U16, inner(FilterField::destinationPort), "tp_dst", "tcp_dst", "udp_dst", "sctp_dst"),
    ICMP_TYPE(Form.U8, inner(k -> k.hasIcmp() ? number(k.icmp().type(), 1) : null), "icmp_type"),
    ICMP_CODE(Form.U8, inner(k -> k.hasIcmp() ? number(k.icmp().code(), 1) : null), "icmp_code"),
    ARP_SOURCE(Form.IPV4, inner(k -> k.hasArp() ? k.arp().sip().toByteArray() : null), "arp_spa"),
    ARP_TARGET(Form.IPV4, inner(k -> k.hasArp() ? k.arp().tip().toByteArray() : null), "arp_tpa"),
    ARP_OPERATION(Form.U16, inner(k -> k.hasArp() ? number(k.arp().op(), 2) : null), "arp_op");

    private enum Form {
        PORT,
        U8,
        U16,
        U32,
        U64,
        MAC,
        IPV4,
        IPV6
    }

    private final Form form;
    private final Function<KeyAttrs, byte @Nullable []> value;
    private final List<String> words;

    FilterField(Form form, Function<KeyAttrs, byte @Nullable []> value, String... words) {
        this.form = form;
        this.value = value;
        this.words = List.of(words);
    }

    /** The field that a word names. */
    static Optional<FilterField> named(String word) {
        return Arrays.stream(values())
                .filter(field -> field.words.contains(word))
                .findFirst();
    }

    /** The value in keys, or which of its bits count, in masks; empty if it is not there. */
    Optional<byte[]> of(KeyAttrs attributes) {
        return Optional.ofNullable(value.apply(attributes));
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is none
     */
    byte[] parse(String text, PortNames ports) {
        return switch (form) {
            case PORT -> {
                long number = ports.numberOf(text).orElseGet(() -> Long.decode(text));
                yield number(number, 4);
            }
            case U8 -> fitting(text, 1);
            case U16 -> fitting(text, 2);
            case U32 -> fitting(text, 4);
            case U64 ->
                number(
                        text.startsWith("0x")
                                ? Long.parseUnsignedLong(text.substring(2), 16)
                                : Long.parseUnsignedLong(text),
                        8);
            case MAC -> HardwareAddress.parse(text).toByteArray();
            case IPV4, IPV6 -> address(text);
        };
    }

    /**
     * Reads a mask: a number of bits for addresses, else a value.
     *
     * @throws IllegalArgumentException if it is none
     */
    byte[] parseMask(String text) {
        boolean address = form == Form.IPV4 || form == Form.IPV6;
        return address && text.matches("[0-9]{1,3}") ? prefix(Integer.parseInt(text)) : parse(text, PortNames.none());
    }

    private byte[] prefix(int bits) {
        byte[] mask = new byte[form == Form.IPV4 ? 4 : 16];
        if (bits > mask.length * Byte.SIZE) {
            throw new IllegalArgumentException("prefix of " + bits + " bits");
        }
        for (int i = 0; i < bits; i++) {
            mask[i / Byte.SIZE] |= (byte) (0x80 >> i % Byte.SIZE);
        }
        return mask;
    }

    private byte[] address(String text) {
        IpAddress address = IpAddress.parse(text);
        if (address.isV4() != (form == Form.IPV4)) {
            throw new IllegalArgumentException("address of the other family");
        }
        return address.toByteArray();
    }

    private static byte[] fitting(String text, int length) {
        long number = Long.decode(text);
        if (number < 0 || number >>> length * Byte.SIZE != 0) {
            throw new IllegalArgumentException("number of more than " + length + " bytes");
        }
        return number(number, length);
    }

    private static byte[] number(long number, int length) {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        return Arrays.copyOfRange(all, Long.BYTES - length, Long.BYTES);
    }

    private static Function<KeyAttrs, byte @Nullable []> inner(Function<KeyAttrs, byte @Nullable []> value) {
        return key -> value.apply(FlowFilter.innermost(key));
    }

    private static byte @Nullable [] protocol(KeyAttrs key) {
        if (key.hasIpv4()) {
            return number(key.ipv4().proto(), 1);
        }
        return key.hasIpv6() ? number(key.ipv6().proto(), 1) : null;
    }

    private static byte @Nullable [] trafficClass(KeyAttrs key) {
        if (key.hasIpv4()) {
            return number(key.ipv4().tos(), 1);
        }
        return key.hasIpv6() ? number(key.ipv6().tclass(), 1) : null;
    }

    private static byte @Nullable [] timeToLive(KeyAttrs key) {
        if (key.hasIpv4()) {
            return number(key.ipv4().ttl(), 1);
        }
        return key.hasIpv6() ? number(key.ipv6().hlimit(), 1) : null;
    }

    private static byte @Nullable [] sourcePort(KeyAttrs key) {
        if (key.hasTcp()) {
            return number(key.tcp().src(), 2);
        }
        if (key.hasUdp()) {
            return number(key.udp().src(), 2);
        }
        return key.hasSctp() ? number(key.sctp().src(), 2) : null;
    }

    private static byte @Nullable [] destinationPort(KeyAttrs key) {
        if (key.hasTcp()) {
            return number(key.tcp().dst(), 2);
        }
        if (key.hasUdp()) {
            return number(key.udp().dst(), 2);
        }
        return key.hasSctp() ? number(key.sctp().dst(), 2) : null;
    }
}
