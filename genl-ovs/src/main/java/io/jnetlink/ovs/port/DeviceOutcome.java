package io.jnetlink.ovs.port;

/**
 * How a port came to its device.
 *
 * <p>Immutable.
 */
public enum DeviceOutcome {
    /** It was made for the port. */
    CREATED,
    /** One of the same name was there and fitted. */
    REUSED,
    /** One of the same name was there, did not fit, and was deleted; another was made. */
    RECREATED,
    /** The port was asked to take a device that was there. */
    FOUND,
    /** The datapath makes the devices of its internal ports, and of tunnels by the way of old. */
    MADE_BY_DATAPATH
}
