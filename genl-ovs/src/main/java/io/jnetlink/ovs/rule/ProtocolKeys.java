package io.jnetlink.ovs.rule;

import io.jnetlink.ovs.flow.FragType;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.flow.KeyIcmp;
import io.jnetlink.ovs.flow.KeyIcmpv6;
import io.jnetlink.ovs.flow.KeyNd;
import io.jnetlink.ovs.flow.KeySctp;
import io.jnetlink.ovs.flow.KeyTcp;
import io.jnetlink.ovs.flow.KeyUdp;
import io.jnetlink.ovs.flow.NshKeyAttrs;
import io.jnetlink.ovs.flow.NshKeyBase;
import java.util.function.Consumer;

/**
 * The keys of protocols that the kernel wants beside an ethertype, an IP protocol or an ICMPv6 type, whether their values count
 * or not. Where they are missing it refuses the flow with EINVAL.
 */
final class ProtocolKeys {

    private static final int NEIGHBOUR_SOLICITATION = 135;
    private static final int NEIGHBOUR_ADVERTISEMENT = 136;

    private ProtocolKeys() {}

    /** Adds what a key lacks, as zeros: right for the key, and for a mask in which none of it counts. */
    static Consumer<KeyAttrs.Builder> missingIn(KeyAttrs key) {
        return out -> {
            if (key.hasEthertype()) {
                ofEthertype(key, out);
            }
            if (key.hasIpv4() && !key.ipv4().frag().equals(FragType.LATER)) {
                ofProtocol(key, key.ipv4().proto(), out);
                if (key.ipv4().proto() == Transports.ICMP && !key.hasIcmp()) {
                    out.icmp(new KeyIcmp(0, 0));
                }
            }
            if (key.hasIpv6() && !key.ipv6().frag().equals(FragType.LATER)) {
                ofProtocol(key, key.ipv6().proto(), out);
                if (key.ipv6().proto() == Transports.ICMPV6) {
                    ofIcmpv6(key, out);
                }
            }
        };
    }

    private static void ofEthertype(KeyAttrs key, KeyAttrs.Builder out) {
        int type = key.ethertype();
        if (type == Ethertypes.IPV4 && !key.hasIpv4()) {
            out.ipv4(new Ipv4Match().mask());
        } else if (type == Ethertypes.IPV6 && !key.hasIpv6()) {
            out.ipv6(new Ipv6Match().mask());
        } else if ((type == Ethertypes.ARP || type == Ethertypes.RARP) && !key.hasArp()) {
            out.arp(new ArpMatch().mask());
        } else if ((type == Ethertypes.MPLS || type == Ethertypes.MPLS_MULTICAST) && !key.hasMpls()) {
            out.mpls(new long[1]);
        } else if (type == Ethertypes.NSH && !key.hasNsh()) {
            out.nsh(NshKeyAttrs.builder().base(NshKeyBase.builder().build()).build());
        }
    }

    private static void ofProtocol(KeyAttrs key, int protocol, KeyAttrs.Builder out) {
        if (protocol == Transports.TCP) {
            if (!key.hasTcp()) {
                out.tcp(new KeyTcp(0, 0));
            }
            if (!key.hasTcpFlags()) {
                out.tcpFlags(0);
            }
        } else if (protocol == Transports.UDP && !key.hasUdp()) {
            out.udp(new KeyUdp(0, 0));
        } else if (protocol == Transports.SCTP && !key.hasSctp()) {
            out.sctp(new KeySctp(0, 0));
        }
    }

    private static void ofIcmpv6(KeyAttrs key, KeyAttrs.Builder out) {
        if (!key.hasIcmpv6()) {
            out.icmpv6(new KeyIcmpv6(0, 0));
            return;
        }
        int type = key.icmpv6().type();
        if ((type == NEIGHBOUR_SOLICITATION || type == NEIGHBOUR_ADVERTISEMENT) && !key.hasNd()) {
            out.nd(new KeyNd(AddressBits.NONE_V6, Match.NO_ADDRESS, Match.NO_ADDRESS));
        }
    }
}
