package io.jnetlink.ovs.rule;

import io.jnetlink.ovs.flow.TunnelKeyAttrs;
import io.jnetlink.wire.IpAddress;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on the tunnel that a packet came through; what is not named may be anything. The kernel wants a destination in
 * any case: that is the local end here.
 *
 * <p>Not thread-safe.
 */
public final class TunnelMatch {

    private static final int SOME_TTL = 64;
    private static final long WHOLE_ID = -1;

    private final TunnelKeyAttrs.Builder key = TunnelKeyAttrs.builder().ttl(SOME_TTL);
    private final TunnelKeyAttrs.Builder mask = TunnelKeyAttrs.builder().ttl(0);
    private @Nullable IpAddress dst;

    TunnelMatch() {}

    /** With a tunnel id, such as the VNI. */
    public TunnelMatch id(long id) {
        return id(id, WHOLE_ID);
    }

    /** With a tunnel id that is this in the bits of a mask. */
    public TunnelMatch id(long id, long bits) {
        key.id(id);
        mask.id(bits);
        return this;
    }

    /** From a remote end. */
    public TunnelMatch src(IpAddress address) {
        return src(address, address.isV4() ? 32 : 128);
    }

    /** From a subnet. */
    public TunnelMatch src(IpAddress address, int prefixLength) {
        IpAddress bits = AddressBits.prefix(address, prefixLength);
        address(address, bits, TunnelKeyAttrs.Builder::ipv4Src, TunnelKeyAttrs.Builder::ipv6Src);
        return this;
    }

    /** To a local end. */
    public TunnelMatch dst(IpAddress address) {
        return dst(address, address.isV4() ? 32 : 128);
    }

    /** To a subnet; a length of 0 for any address of the family. */
    public TunnelMatch dst(IpAddress address, int prefixLength) {
        dst = address;
        IpAddress bits = AddressBits.prefix(address, prefixLength);
        address(address, bits, TunnelKeyAttrs.Builder::ipv4Dst, TunnelKeyAttrs.Builder::ipv6Dst);
        return this;
    }

    /** With a type of service. */
    public TunnelMatch tos(int value) {
        key.tos(value);
        mask.tos(0xff);
        return this;
    }

    /** With a time to live. */
    public TunnelMatch ttl(int value) {
        key.ttl(value);
        mask.ttl(0xff);
        return this;
    }

    /**
     * Adds conditions by the generated builders, for what has no method here.
     *
     * @param values fills the key
     * @param bits fills the mask
     */
    public TunnelMatch and(Consumer<TunnelKeyAttrs.Builder> values, Consumer<TunnelKeyAttrs.Builder> bits) {
        values.accept(key);
        bits.accept(mask);
        return this;
    }

    TunnelKeyAttrs key() {
        if (dst == null) {
            throw new IllegalStateException(
                    "a match on a tunnel names its local end: dst(address), or dst(address, 0) for any of the family");
        }
        return key.build();
    }

    TunnelKeyAttrs mask() {
        return mask.build();
    }

    private void address(
            IpAddress value,
            IpAddress bits,
            BiConsumer<TunnelKeyAttrs.Builder, IpAddress> v4,
            BiConsumer<TunnelKeyAttrs.Builder, IpAddress> v6) {
        BiConsumer<TunnelKeyAttrs.Builder, IpAddress> setter = value.isV4() ? v4 : v6;
        setter.accept(key, value);
        setter.accept(mask, bits);
    }
}
