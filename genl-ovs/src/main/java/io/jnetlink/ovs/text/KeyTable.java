package io.jnetlink.ovs.text;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All keys that have a name, by name and by number. Immutable. */
final class KeyTable {

    private static final NumberNotation DECIMAL_16 = NumberNotation.decimal(2, ByteOrder.BIG_ENDIAN);
    private static final NumberNotation HEX_16 = NumberNotation.hex(2, ByteOrder.BIG_ENDIAN);
    private static final NumberNotation DECIMAL_8 = NumberNotation.decimal(1, ByteOrder.BIG_ENDIAN);
    private static final NumberNotation HEX_8 = NumberNotation.hex(1, ByteOrder.BIG_ENDIAN);
    private static final NumberNotation HOST_HEX_16 = NumberNotation.hex(2, ByteOrder.nativeOrder());
    private static final NumberNotation HOST_HEX_32 = NumberNotation.hex(4, ByteOrder.nativeOrder());
    private static final NumberNotation ETHERTYPE =
            new NumberNotation(2, 16, ByteOrder.BIG_ENDIAN, NumberStyle.FOUR_HEX, NumberStyle.FOUR_HEX);
    private static final NumberNotation FLOW_LABEL =
            new NumberNotation(4, 20, ByteOrder.BIG_ENDIAN, NumberStyle.HEX, NumberStyle.HEX);
    private static final AddressNotation MAC = AddressNotation.MAC;
    private static final AddressNotation IPV4 = AddressNotation.IPV4;
    private static final AddressNotation IPV6 = AddressNotation.IPV6;

    private static final KeyTable INSTANCE = new KeyTable(List.of(
            new SingleKey("recirc_id", KeyNumbers.RECIRC_ID, HOST_HEX_32),
            new SingleKey("dp_hash", KeyNumbers.DP_HASH, HOST_HEX_32),
            new SingleKey("skb_priority", KeyNumbers.PRIORITY, HOST_HEX_32),
            new SingleKey("skb_mark", KeyNumbers.SKB_MARK, HOST_HEX_32),
            new CtStateKey(),
            new SingleKey("ct_zone", KeyNumbers.CT_ZONE, HOST_HEX_16),
            new SingleKey("ct_mark", KeyNumbers.CT_MARK, HOST_HEX_32),
            new SingleKey("ct_label", KeyNumbers.CT_LABELS, new HexNotation(16, ByteOrder.nativeOrder())),
            ctTuple4(),
            ctTuple6(),
            new TunnelKey(),
            new InPortKey(),
            packetType(),
            new StructKey("eth", KeyNumbers.ETHERNET, 12, FieldText.at(0, "src", MAC), FieldText.at(6, "dst", MAC)),
            new VlanKey(),
            new SingleKey("eth_type", KeyNumbers.ETHERTYPE, ETHERTYPE),
            new MplsKey(),
            ipv4(),
            ipv6(),
            new SingleKey("ipv6_exthdrs", KeyNumbers.IPV6_EXTHDRS, HOST_HEX_16),
            ports("tcp", KeyNumbers.TCP),
            new SingleKey("tcp_flags", KeyNumbers.TCP_FLAGS, new TcpFlagsNotation()),
            ports("udp", KeyNumbers.UDP),
            ports("sctp", KeyNumbers.SCTP),
            icmp("icmp", KeyNumbers.ICMP),
            icmp("icmpv6", KeyNumbers.ICMPV6),
            arp(),
            neighbourDiscovery(),
            new StructKey(
                    "nd_ext",
                    KeyNumbers.ND_EXTENSIONS,
                    8,
                    FieldText.at(0, "nd_reserved", reserved()),
                    FieldText.at(4, "nd_options_type", DECIMAL_8)),
            new NshKey(),
            new EncapKey()));

    private final Map<String, KeyCodec> byName = new LinkedHashMap<>();
    private final Map<Integer, KeyCodec> byNumber = new LinkedHashMap<>();

    private KeyTable(List<KeyCodec> codecs) {
        for (KeyCodec codec : codecs) {
            byName.put(codec.name(), codec);
            byNumber.put(codec.attribute(), codec);
        }
    }

    static KeyTable get() {
        return INSTANCE;
    }

    @Nullable
    KeyCodec byName(String name) {
        return byName.get(name);
    }

    @Nullable
    KeyCodec byNumber(int attribute) {
        return byNumber.get(attribute);
    }

    /** All names, for telling what could have stood somewhere. */
    String names() {
        return byName.keySet().stream().collect(Collectors.joining(", "));
    }

    private static StructKey ctTuple4() {
        return new StructKey(
                "ct_tuple4",
                KeyNumbers.CT_ORIG_TUPLE_IPV4,
                16,
                FieldText.at(0, "src", IPV4),
                FieldText.at(4, "dst", IPV4),
                FieldText.at(12, "proto", DECIMAL_8),
                FieldText.at(8, "tp_src", DECIMAL_16),
                FieldText.at(10, "tp_dst", DECIMAL_16));
    }

    /** Open vSwitch prints other names of ports than it reads; both are read here. */
    private static StructKey ctTuple6() {
        return new StructKey(
                "ct_tuple6",
                KeyNumbers.CT_ORIG_TUPLE_IPV6,
                40,
                FieldText.at(0, "src", IPV6),
                FieldText.at(16, "dst", IPV6),
                FieldText.at(36, "proto", DECIMAL_8),
                FieldText.at(32, "src_port", DECIMAL_16).orNamed("tp_src"),
                FieldText.at(34, "dst_port", DECIMAL_16).orNamed("tp_dst"));
    }

    private static StructKey packetType() {
        return new StructKey(
                "packet_type",
                KeyNumbers.PACKET_TYPE,
                4,
                FieldText.at(0, "ns", DECIMAL_16),
                FieldText.at(2, "id", HEX_16));
    }

    private static StructKey ipv4() {
        return new StructKey(
                "ipv4",
                KeyNumbers.IPV4,
                12,
                FieldText.at(0, "src", IPV4),
                FieldText.at(4, "dst", IPV4),
                FieldText.at(8, "proto", DECIMAL_8),
                FieldText.at(9, "tos", HEX_8),
                FieldText.at(10, "ttl", DECIMAL_8),
                FieldText.at(11, "frag", new FragNotation()));
    }

    private static StructKey ipv6() {
        return new StructKey(
                "ipv6",
                KeyNumbers.IPV6,
                40,
                FieldText.at(0, "src", IPV6),
                FieldText.at(16, "dst", IPV6),
                FieldText.at(32, "label", FLOW_LABEL),
                FieldText.at(36, "proto", DECIMAL_8),
                FieldText.at(37, "tclass", HEX_8),
                FieldText.at(38, "hlimit", DECIMAL_8),
                FieldText.at(39, "frag", new FragNotation()));
    }

    private static StructKey ports(String name, int attribute) {
        return new StructKey(
                name, attribute, 4, FieldText.at(0, "src", DECIMAL_16), FieldText.at(2, "dst", DECIMAL_16));
    }

    private static StructKey icmp(String name, int attribute) {
        return new StructKey(
                name, attribute, 2, FieldText.at(0, "type", DECIMAL_8), FieldText.at(1, "code", DECIMAL_8));
    }

    private static StructKey arp() {
        return new StructKey(
                "arp",
                KeyNumbers.ARP,
                24,
                FieldText.at(0, "sip", IPV4),
                FieldText.at(4, "tip", IPV4),
                FieldText.at(8, "op", DECIMAL_16),
                FieldText.at(10, "sha", MAC),
                FieldText.at(16, "tha", MAC));
    }

    private static StructKey neighbourDiscovery() {
        return new StructKey(
                "nd",
                KeyNumbers.ND,
                28,
                FieldText.at(0, "target", IPV6),
                FieldText.at(16, "sll", MAC),
                FieldText.at(22, "tll", MAC));
    }

    private static NumberNotation reserved() {
        return new NumberNotation(4, 32, ByteOrder.BIG_ENDIAN, NumberStyle.PREFIXED_HEX, NumberStyle.PREFIXED_HEX);
    }
}
