package io.jnetlink.ovs.port;

/** What happens to the ports of a namespace's datapaths, by whomever. */
public sealed interface PortEvent permits PortEvent.Added, PortEvent.Changed, PortEvent.Removed, PortEvent.Lost {

    /**
     * A port was added.
     *
     * @param port the port
     */
    record Added(OvsPort port) implements PortEvent {}

    /**
     * Sockets or options of a port were set.
     *
     * @param port the port as it is now
     */
    record Changed(OvsPort port) implements PortEvent {}

    /**
     * A port was removed, or its device was deleted. The ports of a deleted datapath go without such an event.
     *
     * @param port the port as it was
     */
    record Removed(OvsPort port) implements PortEvent {}

    /**
     * Events came faster than they were read, and some were lost: list the ports anew.
     *
     * @param count how often this has happened so far
     */
    record Lost(long count) implements PortEvent {}
}
