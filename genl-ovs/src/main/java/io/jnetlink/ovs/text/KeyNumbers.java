package io.jnetlink.ovs.text;

/** Attribute numbers of keys, {@code OVS_KEY_ATTR_…}. */
final class KeyNumbers {

    static final int ENCAP = 1;
    static final int PRIORITY = 2;
    static final int IN_PORT = 3;
    static final int ETHERNET = 4;
    static final int VLAN = 5;
    static final int ETHERTYPE = 6;
    static final int IPV4 = 7;
    static final int IPV6 = 8;
    static final int TCP = 9;
    static final int UDP = 10;
    static final int ICMP = 11;
    static final int ICMPV6 = 12;
    static final int ARP = 13;
    static final int ND = 14;
    static final int SKB_MARK = 15;
    static final int TUNNEL = 16;
    static final int SCTP = 17;
    static final int TCP_FLAGS = 18;
    static final int DP_HASH = 19;
    static final int RECIRC_ID = 20;
    static final int MPLS = 21;
    static final int CT_STATE = 22;
    static final int CT_ZONE = 23;
    static final int CT_MARK = 24;
    static final int CT_LABELS = 25;
    static final int CT_ORIG_TUPLE_IPV4 = 26;
    static final int CT_ORIG_TUPLE_IPV6 = 27;
    static final int NSH = 28;
    static final int PACKET_TYPE = 29;
    static final int ND_EXTENSIONS = 30;
    static final int IPV6_EXTHDRS = 32;

    private KeyNumbers() {}
}
