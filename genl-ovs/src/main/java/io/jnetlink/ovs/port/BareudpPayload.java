package io.jnetlink.ovs.port;

import io.jnetlink.wire.InvalidFieldException;

/**
 * What a bareudp tunnel carries.
 *
 * <p>Immutable.
 *
 * @param ethertype ethertype of the packets, 1..65535
 * @param multiprotocol whether the ethertypes that go with it are taken too: IPv6 with IPv4, multicast MPLS with MPLS
 */
public record BareudpPayload(int ethertype, boolean multiprotocol) {

    /** MPLS, unicast and multicast. */
    public static final BareudpPayload MPLS = new BareudpPayload(0x8847, true);

    /** IPv4 and IPv6. */
    public static final BareudpPayload IP = new BareudpPayload(0x0800, true);

    /**
     * @throws InvalidFieldException if the ethertype is out of range
     */
    public BareudpPayload {
        if (ethertype < 1 || ethertype > 0xffff) {
            throw new InvalidFieldException("ethertype", ethertype, "must be 1..65535");
        }
    }

    /** Packets of one ethertype only. */
    public static BareudpPayload of(int ethertype) {
        return new BareudpPayload(ethertype, false);
    }
}
