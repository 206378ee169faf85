package io.jnetlink.ovs.upcall;

/**
 * What came of upcalls so far.
 *
 * <p>Immutable.
 *
 * @param misses packets that matched no flow, handed to the handler
 * @param actions packets of userspace actions, handed to the handler
 * @param overruns how often the queue of a socket ran over
 * @param foreign messages that are no upcalls, or come from another datapath; dropped
 * @param malformed messages that could not be read; dropped
 * @param failures exceptions of the handler
 */
public record UpcallCounters(long misses, long actions, long overruns, long foreign, long malformed, long failures) {}
