package io.jnetlink.samples.lab;

/**
 * Is told what a switch learns, on the loop that the switch runs on.
 *
 * <p>What it throws costs the packet that was at hand, and is given to {@link #failed}; the switch goes on.
 */
public interface SwitchListener {

    /** A station is known. */
    default void learned(Station station, Way way) {}

    /** A station is somewhere else than before. */
    default void moved(Station station, Way way) {}

    /** A station has been silent for too long, or its port is gone. */
    default void forgotten(Station station) {}

    /** Something went wrong with a packet, or while the switch tidied up. Must not throw. */
    default void failed(Throwable failure) {}
}
