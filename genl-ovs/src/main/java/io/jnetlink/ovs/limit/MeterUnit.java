package io.jnetlink.ovs.limit;

/**
 * What the rates of a meter count.
 *
 * <p>Immutable.
 */
public enum MeterUnit {
    /** Packets per second. */
    PACKETS,
    /** Kilobits per second. */
    KILOBITS
}
