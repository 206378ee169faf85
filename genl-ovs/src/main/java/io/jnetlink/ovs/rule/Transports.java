package io.jnetlink.ovs.rule;

import io.jnetlink.ovs.flow.FragType;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.flow.KeyIcmp;
import io.jnetlink.ovs.flow.KeyIcmpv6;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Protocols on top of IP, as matches need them. */
final class Transports {

    static final int ICMP = 1;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMPV6 = 58;
    static final int SCTP = 132;

    static final KeyIcmp WHOLE_ICMP = new KeyIcmp(0xff, 0xff);
    static final KeyIcmpv6 WHOLE_ICMPV6 = new KeyIcmpv6(0xff, 0xff);

    private Transports() {}

    static KeyIcmp icmp(int type, int code) {
        return new KeyIcmp(type, code);
    }

    static KeyIcmpv6 icmpv6(int type, int code) {
        return new KeyIcmpv6(type, code);
    }

    /** Says in the IP header of a match which protocol is inside: the kernel wants that, with all bits. */
    static Match within(
            KeyAttrs key,
            KeyAttrs mask,
            int protocol,
            BiFunction<Consumer<KeyAttrs.Builder>, Consumer<KeyAttrs.Builder>, Match> match) {
        if (key.hasIpv4()) {
            requireFree(
                    protocol,
                    key.ipv4().proto(),
                    mask.ipv4().proto(),
                    key.ipv4().frag(),
                    mask.ipv4().frag());
            return match.apply(
                    k -> k.ipv4(key.ipv4().toBuilder().proto(protocol).build()),
                    m -> m.ipv4(mask.ipv4().toBuilder().proto(0xff).build()));
        }
        if (key.hasIpv6()) {
            requireFree(
                    protocol,
                    key.ipv6().proto(),
                    mask.ipv6().proto(),
                    key.ipv6().frag(),
                    mask.ipv6().frag());
            return match.apply(
                    k -> k.ipv6(key.ipv6().toBuilder().proto(protocol).build()),
                    m -> m.ipv6(mask.ipv6().toBuilder().proto(0xff).build()));
        }
        throw new IllegalStateException("name ipv4(…) or ipv6(…) before the protocol inside");
    }

    private static void requireFree(int protocol, int named, int namedBits, FragType frag, FragType fragBits) {
        if (namedBits != 0 && named != protocol) {
            throw new IllegalStateException(
                    "this match is for IP protocol " + named + ": it cannot be for " + protocol + " too");
        }
        if (!fragBits.equals(FragType.NONE) && frag.equals(FragType.LATER)) {
            throw new IllegalStateException("later fragments have no header of the protocol inside");
        }
    }
}
