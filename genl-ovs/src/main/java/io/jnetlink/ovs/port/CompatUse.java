package io.jnetlink.ovs.port;

/**
 * Whether a tunnel may become a port by the way of old, in which the datapath makes the device.
 *
 * <p>Immutable.
 */
public enum CompatUse {
    /** Not at all. */
    NEVER,
    /** If the way of today fails. */
    FALLBACK,
    /** Straight away. */
    ONLY
}
