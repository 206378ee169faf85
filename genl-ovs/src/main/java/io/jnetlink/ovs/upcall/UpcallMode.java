package io.jnetlink.ovs.upcall;

/**
 * Which socket a datapath sends an upcall to.
 *
 * <p>Immutable.
 */
public enum UpcallMode {
    /** That of the processor that handles the packet. */
    PER_CPU,
    /** One of those of the port that the packet came in by, chosen by a hash of the packet. */
    PER_VPORT
}
