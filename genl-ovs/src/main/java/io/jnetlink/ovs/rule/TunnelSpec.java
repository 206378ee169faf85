package io.jnetlink.ovs.rule;

import io.jnetlink.ovs.flow.ErspanMetadata;
import io.jnetlink.ovs.flow.TunnelKeyAttrs;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * The tunnel that a packet is to take: what {@code set(tunnel(…))} says. The port that it is output to comes next.
 *
 * <p>Not thread-safe. Fields go out in the order of Open vSwitch, whatever the order of the calls.
 */
public final class TunnelSpec {

    /** Time to live of the outer header, unless another one is set. */
    public static final int DEFAULT_TTL = 64;

    private @Nullable Long id;
    private @Nullable IpAddress src;
    private @Nullable IpAddress dst;
    private int tos;
    private int ttl = DEFAULT_TTL;
    private boolean dontFragment;
    private boolean csum;
    private int tpSrc;
    private int tpDst;
    private boolean oam;
    private @Nullable Long gbp;
    private byte @Nullable [] geneve;
    private @Nullable ErspanMetadata erspan;

    TunnelSpec() {}

    /** The id of the tunnel, such as the VNI. */
    public TunnelSpec id(long value) {
        id = value;
        return this;
    }

    /** The local end; the kernel chooses if there is none. */
    public TunnelSpec src(IpAddress address) {
        src = address;
        return this;
    }

    /** The remote end, which must be there. */
    public TunnelSpec dst(IpAddress address) {
        dst = address;
        return this;
    }

    /** Type of service of the outer header. */
    public TunnelSpec tos(int value) {
        tos = value;
        return this;
    }

    /** Time to live of the outer header, from 1 on. */
    public TunnelSpec ttl(int value) {
        ttl = value;
        return this;
    }

    /** Forbids to fragment the outer packet. */
    public TunnelSpec dontFragment() {
        dontFragment = true;
        return this;
    }

    /** Fills in the checksum of the outer UDP or GRE header. */
    public TunnelSpec csum() {
        csum = true;
        return this;
    }

    /** UDP source port of the outer header. */
    public TunnelSpec tpSrc(int port) {
        tpSrc = port;
        return this;
    }

    /** UDP destination port of the outer header, if it is not that of the port which the packet is output to. */
    public TunnelSpec tpDst(int port) {
        tpDst = port;
        return this;
    }

    /** Marks the packet as one of operations, administration and maintenance. */
    public TunnelSpec oam() {
        oam = true;
        return this;
    }

    /**
     * Group policy of VXLAN.
     *
     * @param policy group in the low 16 bits, flags above
     */
    public TunnelSpec gbp(long policy) {
        gbp = policy;
        return this;
    }

    /** Options of Geneve, as they stand in its header. */
    public TunnelSpec geneveOpts(byte... options) {
        geneve = options.clone();
        return this;
    }

    /** Metadata of ERSPAN. */
    public TunnelSpec erspan(ErspanMetadata metadata) {
        erspan = metadata;
        return this;
    }

    TunnelKeyAttrs build() {
        if (dst == null) {
            throw new InvalidFieldException("tunnel destination", "none", "must be set");
        }
        if (src != null && src.isV4() != dst.isV4()) {
            throw new InvalidFieldException("tunnel source", src, "must be of the family of " + dst);
        }
        if (ttl < 1 || ttl > 255) {
            throw new InvalidFieldException("tunnel ttl", ttl, "must be 1..255");
        }
        TunnelKeyAttrs.Builder key = TunnelKeyAttrs.builder();
        if (id != null) {
            key.id(id);
        }
        ends(key, dst);
        if (tos != 0) {
            key.tos(tos);
        }
        key.ttl(ttl);
        flagsAndPorts(key);
        options(key);
        return key.build();
    }

    private void ends(TunnelKeyAttrs.Builder key, IpAddress remote) {
        if (src != null) {
            if (src.isV4()) {
                key.ipv4Src(src);
            } else {
                key.ipv6Src(src);
            }
        }
        if (remote.isV4()) {
            key.ipv4Dst(remote);
        } else {
            key.ipv6Dst(remote);
        }
    }

    private void flagsAndPorts(TunnelKeyAttrs.Builder key) {
        if (dontFragment) {
            key.dontFragment(true);
        }
        if (csum) {
            key.csum(true);
        }
        if (tpSrc != 0) {
            key.tpSrc(tpSrc);
        }
        if (tpDst != 0) {
            key.tpDst(tpDst);
        }
        if (oam) {
            key.oam(true);
        }
    }

    private void options(TunnelKeyAttrs.Builder key) {
        if (gbp != null) {
            long policy = gbp;
            key.vxlanOpts(vxlan -> vxlan.gbp(policy));
        }
        if (geneve != null) {
            key.geneveOpts(geneve);
        }
        if (erspan != null) {
            key.erspanOpts(erspan);
        }
    }
}
