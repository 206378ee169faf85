package io.jnetlink.schema;

/** How a person expects to read a payload. */
public enum DisplayHint {
    /** As its kind suggests. */
    NONE,
    /** In hexadecimal. */
    HEX,
    /** A link-layer address. */
    MAC,
    /** An IPv4 address. */
    IPV4,
    /** An IPv6 address. */
    IPV6,
    /** An IPv4 or IPv6 address, by length. */
    IPV4_OR_V6,
    /** A UUID. */
    UUID,
    /** An FDDI address. */
    FDDI
}
