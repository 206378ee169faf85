package io.jnetlink.ovs.rule;

import io.jnetlink.ovs.flow.FragType;
import io.jnetlink.ovs.flow.KeyIpv6;
import io.jnetlink.wire.IpAddress;

/**
 * Conditions on an IPv6 header; what is not named may be anything.
 *
 * <p>Not thread-safe.
 */
public final class Ipv6Match {

    private static final long LABEL = 0xf_ffff;

    private final KeyIpv6.Builder key = zeros();
    private final KeyIpv6.Builder mask = zeros();

    Ipv6Match() {}

    private static KeyIpv6.Builder zeros() {
        return new KeyIpv6(AddressBits.NONE_V6, AddressBits.NONE_V6, 0, 0, 0, 0, FragType.NONE).toBuilder();
    }

    /** From an address. */
    public Ipv6Match src(IpAddress address) {
        return src(address, 128);
    }

    /**
     * From a subnet.
     *
     * @param prefixLength bits that count, from the first on
     */
    public Ipv6Match src(IpAddress address, int prefixLength) {
        key.src(AddressBits.requireV6("source", address));
        mask.src(AddressBits.prefix(address, prefixLength));
        return this;
    }

    /** To an address. */
    public Ipv6Match dst(IpAddress address) {
        return dst(address, 128);
    }

    /**
     * To a subnet.
     *
     * @param prefixLength bits that count, from the first on
     */
    public Ipv6Match dst(IpAddress address, int prefixLength) {
        key.dst(AddressBits.requireV6("destination", address));
        mask.dst(AddressBits.prefix(address, prefixLength));
        return this;
    }

    /** With a flow label, 20 bits. */
    public Ipv6Match label(long value) {
        key.label(value);
        mask.label(LABEL);
        return this;
    }

    /** With a protocol inside, by its number. */
    public Ipv6Match proto(int protocol) {
        key.proto(protocol);
        mask.proto(0xff);
        return this;
    }

    /** With a traffic class, all eight bits. */
    public Ipv6Match tclass(int value) {
        key.tclass(value);
        mask.tclass(0xff);
        return this;
    }

    /** With a hop limit. */
    public Ipv6Match hlimit(int value) {
        key.hlimit(value);
        mask.hlimit(0xff);
        return this;
    }

    /** Whether and which sort of fragment. */
    public Ipv6Match frag(FragType value) {
        key.frag(value);
        mask.frag(FragType.of(0xff));
        return this;
    }

    KeyIpv6 key() {
        return key.build();
    }

    KeyIpv6 mask() {
        return mask.build();
    }
}
