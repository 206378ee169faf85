package io.jnetlink.ovs.upcall;

import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.SocketLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Sockets that upcalls can be sent to, one on each of several loops. Telling a datapath of them is somebody else's business.
 *
 * <p>Thread-safe.
 */
public final class UpcallSockets implements AutoCloseable {

    private final List<UpcallSocket> sockets = new ArrayList<>();
    private final UpcallTally tally = new UpcallTally();

    private UpcallSockets() {}

    /**
     * Opens them and begins to read.
     *
     * @param config how sockets are opened
     * @param family number of the family of packets
     * @param datapath index of the datapath whose packets count
     * @param loops at least one; one that stands twice watches two sockets
     * @throws IllegalArgumentException if there is no loop
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses a socket
     * @throws java.util.concurrent.RejectedExecutionException if a loop has ended
     */
    public static UpcallSockets open(
            NetlinkConfig config, int family, int datapath, UpcallHandler handler, List<SocketLoop> loops) {
        if (loops.isEmpty()) {
            throw new IllegalArgumentException("upcalls need a loop to be read on");
        }
        UpcallSockets all = new UpcallSockets();
        try {
            for (SocketLoop loop : loops) {
                UpcallDispatch dispatch = new UpcallDispatch(family, datapath, handler, all.tally);
                UpcallSocket socket = new UpcallSocket(config.openSocket(), dispatch);
                socket.start(loop);
                all.sockets.add(socket);
            }
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    /** The netlink port ids of the sockets, in the order of their loops. */
    public List<Long> portIds() {
        return sockets.stream().map(UpcallSocket::portId).toList();
    }

    /** What came so far. */
    public UpcallCounters counters() {
        return tally.counters();
    }

    /** Is completed once all sockets are closed; exceptionally if one of them broke. */
    public CompletableFuture<Void> ended() {
        return CompletableFuture.allOf(sockets.stream().map(UpcallSocket::ended).toArray(CompletableFuture[]::new));
    }

    /** Stops reading and closes the sockets; does not wait for that. The handler is not called again. */
    @Override
    public void close() {
        sockets.forEach(UpcallSocket::stop);
    }
}
