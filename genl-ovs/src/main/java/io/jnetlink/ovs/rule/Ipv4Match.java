package io.jnetlink.ovs.rule;

import io.jnetlink.ovs.flow.FragType;
import io.jnetlink.ovs.flow.KeyIpv4;
import io.jnetlink.wire.IpAddress;

/**
 * Conditions on an IPv4 header; what is not named may be anything.
 *
 * <p>Not thread-safe.
 */
public final class Ipv4Match {

    private final KeyIpv4.Builder key = zeros();
    private final KeyIpv4.Builder mask = zeros();

    Ipv4Match() {}

    private static KeyIpv4.Builder zeros() {
        return new KeyIpv4(AddressBits.NONE_V4, AddressBits.NONE_V4, 0, 0, 0, FragType.NONE).toBuilder();
    }

    /** From an address. */
    public Ipv4Match src(IpAddress address) {
        return src(address, 32);
    }

    /**
     * From a subnet.
     *
     * @param prefixLength bits that count, from the first on
     */
    public Ipv4Match src(IpAddress address, int prefixLength) {
        key.src(AddressBits.requireV4("source", address));
        mask.src(AddressBits.prefix(address, prefixLength));
        return this;
    }

    /** To an address. */
    public Ipv4Match dst(IpAddress address) {
        return dst(address, 32);
    }

    /**
     * To a subnet.
     *
     * @param prefixLength bits that count, from the first on
     */
    public Ipv4Match dst(IpAddress address, int prefixLength) {
        key.dst(AddressBits.requireV4("destination", address));
        mask.dst(AddressBits.prefix(address, prefixLength));
        return this;
    }

    /** With a protocol inside, by its number. */
    public Ipv4Match proto(int protocol) {
        key.proto(protocol);
        mask.proto(0xff);
        return this;
    }

    /** With a type of service, all eight bits. */
    public Ipv4Match tos(int value) {
        key.tos(value);
        mask.tos(0xff);
        return this;
    }

    /** With a time to live. */
    public Ipv4Match ttl(int value) {
        key.ttl(value);
        mask.ttl(0xff);
        return this;
    }

    /** Whether and which sort of fragment. */
    public Ipv4Match frag(FragType value) {
        key.frag(value);
        mask.frag(FragType.of(0xff));
        return this;
    }

    KeyIpv4 key() {
        return key.build();
    }

    KeyIpv4 mask() {
        return mask.build();
    }
}
