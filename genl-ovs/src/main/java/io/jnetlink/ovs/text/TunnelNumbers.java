package io.jnetlink.ovs.text;

/** Attribute numbers of a tunnel's key, {@code OVS_TUNNEL_KEY_ATTR_…}. */
final class TunnelNumbers {

    static final int ID = 0;
    static final int IPV4_SRC = 1;
    static final int IPV4_DST = 2;
    static final int TOS = 3;
    static final int TTL = 4;
    static final int DONT_FRAGMENT = 5;
    static final int CSUM = 6;
    static final int OAM = 7;
    static final int GENEVE_OPTS = 8;
    static final int TP_SRC = 9;
    static final int TP_DST = 10;
    static final int VXLAN_OPTS = 11;
    static final int IPV6_SRC = 12;
    static final int IPV6_DST = 13;
    static final int PAD = 14;
    static final int ERSPAN_OPTS = 15;
    /** Open vSwitch's own; no kernel of the mainline has it. */
    static final int GTPU_OPTS = 17;

    private TunnelNumbers() {}
}
