package io.jnetlink.ovs.fault;

/**
 * Kinds of faults that a caller may want to tell apart.
 *
 * <p>Immutable.
 */
public enum OvsFault {
    /** There is no such datapath, or no longer. */
    DATAPATH_MISSING,
    /** There is a datapath, or another device, of the name already. */
    DATAPATH_EXISTS,
    /** The kernel knows none of the features asked for. */
    FEATURE_REFUSED,
    /** The datapath has no such port. */
    PORT_MISSING,
    /** A device of the name exists already. */
    NAME_TAKEN,
    /** Another port of the datapath has the number. */
    NUMBER_TAKEN,
    /** The datapath has no free port number. */
    NUMBERS_EXHAUSTED,
    /** Another device or socket has the UDP port. */
    UDP_PORT_TAKEN,
    /** There is no device of the name. */
    DEVICE_MISSING,
    /** The device is of a sort that cannot be a port. */
    DEVICE_UNSUITABLE,
    /** The device is a port already, of this datapath, of another one, or of a bridge. */
    DEVICE_TAKEN,
    /** The kernel has no devices, or no ports, of the kind. */
    KIND_UNSUPPORTED,
    /** More sockets for the upcalls of a port than the kernel takes. */
    TOO_MANY_SOCKETS,
    /** The kernel made the device, but not as it was asked to. */
    OPTION_IGNORED,
    /** There is such a flow already, or one for some of the same packets. */
    FLOW_EXISTS,
    /** There is no such flow. */
    FLOW_MISSING,
    /** There is no such meter. */
    METER_MISSING
}
