package io.jnetlink.ovs.rule;

/** The ethertypes that matches put in by themselves. */
final class Ethertypes {

    static final int LEAST = 0x600;
    static final int IPV4 = 0x0800;
    static final int ARP = 0x0806;
    static final int VLAN = 0x8100;
    static final int IPV6 = 0x86dd;

    private Ethertypes() {}
}
