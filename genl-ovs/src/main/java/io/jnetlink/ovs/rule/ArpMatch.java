package io.jnetlink.ovs.rule;

import io.jnetlink.ovs.flow.KeyArp;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;

/**
 * Conditions on an ARP packet; what is not named may be anything.
 *
 * <p>Not thread-safe.
 */
public final class ArpMatch {

    private final KeyArp.Builder key = zeros();
    private final KeyArp.Builder mask = zeros();

    ArpMatch() {}

    private static KeyArp.Builder zeros() {
        return new KeyArp(AddressBits.NONE_V4, AddressBits.NONE_V4, 0, Match.NO_ADDRESS, Match.NO_ADDRESS).toBuilder();
    }

    /** Asking (1) or answering (2). */
    public ArpMatch op(int operation) {
        key.op(operation);
        mask.op(0xffff);
        return this;
    }

    /** From an IPv4 address. */
    public ArpMatch sip(IpAddress address) {
        key.sip(AddressBits.requireV4("sender", address));
        mask.sip(AddressBits.whole(address));
        return this;
    }

    /** About an IPv4 address. */
    public ArpMatch tip(IpAddress address) {
        key.tip(AddressBits.requireV4("target", address));
        mask.tip(AddressBits.whole(address));
        return this;
    }

    /** From a hardware address. */
    public ArpMatch sha(HardwareAddress address) {
        key.sha(address);
        mask.sha(Match.WHOLE_ADDRESS);
        return this;
    }

    /** To a hardware address. */
    public ArpMatch tha(HardwareAddress address) {
        key.tha(address);
        mask.tha(Match.WHOLE_ADDRESS);
        return this;
    }

    KeyArp key() {
        return key.build();
    }

    KeyArp mask() {
        return mask.build();
    }
}
