package io.jnetlink.spec.ir;

/**
 * The byte order of a number on the wire.
 *
 * <p>Immutable.
 */
public enum WireOrder {
    /** The order of the machine, the default of netlink. */
    HOST,
    /** Network order. */
    BIG_ENDIAN,
    /** Least significant byte first, whatever the machine. */
    LITTLE_ENDIAN
}
