package io.jnetlink.ovs;

/** What happens to the datapaths of a namespace, by whomever. */
public sealed interface DatapathEvent
        permits DatapathEvent.Added, DatapathEvent.Changed, DatapathEvent.Removed, DatapathEvent.Lost {

    /**
     * A datapath was made.
     *
     * @param datapath the datapath
     */
    record Added(Datapath datapath) implements DatapathEvent {}

    /**
     * Features, sockets or the cache of a datapath were set.
     *
     * @param datapath the datapath as it is now
     */
    record Changed(Datapath datapath) implements DatapathEvent {}

    /**
     * A datapath was deleted, with all its ports.
     *
     * @param datapath the datapath as it was
     */
    record Removed(Datapath datapath) implements DatapathEvent {}

    /**
     * Events came faster than they were read, and some were lost: list the datapaths anew.
     *
     * @param count how often this has happened so far
     */
    record Lost(long count) implements DatapathEvent {}
}
