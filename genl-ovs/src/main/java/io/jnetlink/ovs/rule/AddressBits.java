package io.jnetlink.ovs.rule;

import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;

/** Addresses as masks. */
final class AddressBits {

    static final IpAddress NONE_V4 = IpAddress.of(new byte[4]);
    static final IpAddress NONE_V6 = IpAddress.of(new byte[16]);

    private AddressBits() {}

    /** The mask of a prefix, of the family of an address. */
    static IpAddress prefix(IpAddress like, int length) {
        byte[] bits = new byte[like.isV4() ? 4 : 16];
        if (length < 0 || length > bits.length * 8) {
            throw new InvalidFieldException("prefix length", length, "must be 0.." + bits.length * 8);
        }
        for (int bit = 0; bit < length; bit++) {
            bits[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
        return IpAddress.of(bits);
    }

    static IpAddress whole(IpAddress like) {
        return prefix(like, like.isV4() ? 32 : 128);
    }

    static IpAddress requireV4(String field, IpAddress address) {
        if (!address.isV4()) {
            throw new InvalidFieldException(field, address, "must be an IPv4 address");
        }
        return address;
    }

    static IpAddress requireV6(String field, IpAddress address) {
        if (!address.isV6()) {
            throw new InvalidFieldException(field, address, "must be an IPv6 address");
        }
        return address;
    }
}
