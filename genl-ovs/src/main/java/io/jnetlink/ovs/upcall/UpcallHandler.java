package io.jnetlink.ovs.upcall;

/**
 * Deals with the packets that a datapath hands to user space.
 *
 * <p>Called on the thread of the loop that watches the socket: by one thread at a time for each socket, by several at once
 * if there are several loops. It may send requests and wait for them, through {@code OpenVSwitch}; meanwhile packets queue
 * up in the kernel. What it throws is handed to {@link #failed} and stops nothing.
 */
@FunctionalInterface
public interface UpcallHandler {

    /**
     * A packet matched no flow.
     *
     * @param upcall valid during the call only
     */
    void miss(MissUpcall upcall);

    /**
     * A flow has a userspace action, and the packet met it.
     *
     * @param upcall valid during the call only
     */
    default void action(ActionUpcall upcall) {}

    /**
     * Packets were dropped, since they came faster than they were read. How many is in the statistics of the datapath.
     *
     * @param overruns how often the queue of the socket has run over since the last call
     */
    default void lost(long overruns) {}

    /**
     * Something was thrown by this handler, or an upcall could not be read.
     *
     * @param failure what was thrown
     */
    default void failed(Throwable failure) {
        FailureLog.write(failure);
    }
}
