package io.jnetlink.ovs;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.SocketLoop;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.upcall.UpcallCounters;
import io.jnetlink.ovs.upcall.UpcallHandler;
import io.jnetlink.ovs.upcall.UpcallMode;
import io.jnetlink.ovs.upcall.UpcallSockets;
import io.jnetlink.socket.SocketOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the packets that a datapath hands to user space, on event loops, and gives them to a handler.
 *
 * <p>Thread-safe. Takes the upcalls of the datapath away from whoever had them: where it dispatches them by processor, all
 * of them; otherwise those of all ports, of new ones too. Closing gives them to nobody.
 *
 * <pre>{@code
 * IoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
 * try (Upcalls upcalls = ovs.upcalls(dp0, upcall -> learn(upcall), EpollSocketLoop.of(group))) {
 *     upcalls.ended().join();
 * }
 * }</pre>
 */
public final class Upcalls implements AutoCloseable {

    /** Kernel memory for packets that wait in one socket, as Open vSwitch has it. */
    public static final int RECEIVE_BUFFER_BYTES = 4 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Upcalls.class);

    private final OvsDatapaths datapaths;
    private final OvsPorts ports;
    private final Datapath datapath;
    private final UpcallMode mode;
    private final UpcallSockets sockets;
    private final List<Long> portIds;
    private final @Nullable NewPorts newPorts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Upcalls(OpenVSwitch ovs, Datapath datapath, UpcallHandler handler, List<SocketLoop> loops) {
        this.datapaths = ovs.datapaths();
        this.ports = ovs.ports();
        this.datapath = datapath;
        this.mode = datapath.dispatchesPerCpu() ? UpcallMode.PER_CPU : UpcallMode.PER_VPORT;
        NetlinkConfig config = config(ovs.config());
        int family = ovs.generic().family("ovs_packet").id();
        this.sockets = UpcallSockets.open(config, family, datapath.index(), handler, loops);
        this.portIds = sockets.portIds();
        try {
            this.newPorts = mode == UpcallMode.PER_VPORT
                    ? NewPorts.watch(ovs.generic(), config, datapath.index(), this::attachAll, loops.get(0))
                    : null;
        } catch (RuntimeException e) {
            sockets.close();
            throw e;
        }
    }

    /** Opens the sockets, then tells the datapath of them. */
    static Upcalls open(OpenVSwitch ovs, Datapath named, UpcallHandler handler, List<SocketLoop> loops) {
        // Features may have changed since the caller asked.
        Datapath present = ovs.datapaths().get(named.index());
        Upcalls upcalls = new Upcalls(ovs, present, handler, loops);
        try {
            upcalls.attach();
            return upcalls;
        } catch (RuntimeException e) {
            upcalls.close();
            throw e;
        }
    }

    /** How the datapath chooses the socket. */
    public UpcallMode mode() {
        return mode;
    }

    /** The netlink port ids of the sockets, for userspace actions and new ports. */
    public List<Long> portIds() {
        return portIds;
    }

    /** What came so far. */
    public UpcallCounters counters() {
        return sockets.counters();
    }

    /** Is completed once the sockets are closed; exceptionally if one of them broke. */
    public CompletableFuture<Void> ended() {
        return sockets.ended();
    }

    /**
     * Tells the datapath that nobody wants its upcalls, unless somebody else has them by now, and closes the sockets. Does not
     * wait for a handler that is at work; it is not called again. Closing twice does nothing.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (newPorts != null) {
            newPorts.stop();
        }
        try {
            detach();
        } catch (NetlinkException | IllegalStateException e) {
            LOG.debug("The datapath was not told that its upcalls are read no more", e);
        } finally {
            sockets.close();
        }
    }

    private void attach() {
        if (mode == UpcallMode.PER_CPU) {
            datapaths.setPerCpuPids(datapath, byProcessor(portIds));
        } else {
            attachAll();
        }
    }

    /** Tells each port that does not know of them of the sockets. */
    private void attachAll() {
        for (OvsPort port : ports.list(datapath)) {
            if (!closed.get() && !port.upcallPids().equals(portIds)) {
                ports.setUpcallPids(datapath, port.number(), portIds);
            }
        }
    }

    private void detach() {
        if (mode == UpcallMode.PER_CPU) {
            List<Long> present = datapaths.get(datapath.index()).perCpuPids();
            if (isOurs(present)) {
                datapaths.setPerCpuPids(datapath, Collections.nCopies(present.size(), 0L));
            }
            return;
        }
        for (OvsPort port : ports.list(datapath)) {
            if (isOurs(port.upcallPids())) {
                ports.setUpcallPids(datapath, port.number(), List.of(0L));
            }
        }
    }

    private boolean isOurs(List<Long> present) {
        return !Collections.disjoint(present, portIds);
    }

    /** Deals the sockets out to the processors, in turn. */
    private static List<Long> byProcessor(List<Long> portIds) {
        List<Long> all = new ArrayList<>();
        int processors = Processors.possible();
        for (int processor = 0; processor < processors; processor++) {
            all.add(portIds.get(processor % portIds.size()));
        }
        return all;
    }

    private static NetlinkConfig config(NetlinkConfig general) {
        SocketOptions socket = general.socket().receiveBufferBytes() == SocketOptions.KERNEL_DEFAULT
                ? general.socket().toBuilder()
                        .receiveBufferBytes(RECEIVE_BUFFER_BYTES)
                        .build()
                : general.socket();
        return general.toBuilder(socket).build();
    }
}
