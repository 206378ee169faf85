package io.jnetlink.ovs.rule;

/** The ethertypes that matches know. */
final class Ethertypes {

    static final int LEAST = 0x600;
    static final int IPV4 = 0x0800;
    static final int ARP = 0x0806;
    static final int RARP = 0x8035;
    static final int VLAN = 0x8100;
    static final int IPV6 = 0x86dd;
    static final int MPLS = 0x8847;
    static final int MPLS_MULTICAST = 0x8848;
    static final int SERVICE_VLAN = 0x88a8;
    /** For experiments on one's own network: no protocol, so the kernel wants no key beside. */
    static final int EXPERIMENTAL = 0x88b5;

    static final int NSH = 0x894f;

    private Ethertypes() {}

    static boolean isTag(int type) {
        return type == VLAN || type == SERVICE_VLAN;
    }
}
