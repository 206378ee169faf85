package io.jnetlink.spec.ir;

import java.util.Locale;

/**
 * How a value is best printed. A hint never changes the wire format, but on binary attributes it is the only sign that
 * the bytes are an address.
 *
 * <p>Immutable.
 */
public enum DisplayHint {
    /** Hexadecimal digits. */
    HEX,
    /** A 6-byte link-layer address. */
    MAC,
    /** An FDDI address. */
    FDDI,
    /** A 4-byte IPv4 address. */
    IPV4,
    /** A 16-byte IPv6 address. */
    IPV6,
    /** An IPv4 or IPv6 address, told apart by its length. */
    IPV4_OR_V6,
    /** A 16-byte UUID. */
    UUID;

    /** Returns the spelling used in specs, for example {@code ipv4-or-v6}. */
    public String specName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
