package io.jnetlink.samples.lab;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.SocketLoop;
import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.ovs.Upcalls;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.ovs.upcall.UpcallCounters;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes a datapath a switch that learns where stations are, with VXLAN tunnels to others of its kind; no {@code ovs-vswitchd}.
 *
 * <p>A packet that matches no flow comes up. Its source is learned. If its destination is known, a flow for the two goes down
 * together with the packet, and the kernel does the rest alone; otherwise the packet alone goes down, to be sent everywhere.
 * Flows go when one of their stations moves or is forgotten, when a port goes, and when they have not been used for long.
 *
 * <p>Thread-safe. The work is done on one loop, which must not be shared with what must never wait: requests are waited for.
 */
public final class LearningSwitch implements AutoCloseable {

    private static final long TICKS_IN_AGE = 4;
    private static final long PATIENCE_SECONDS = 30;

    private final SocketLoop loop;
    private final SwitchBrain brain;
    private final long age;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final PortWatch ports;
    private final Upcalls upcalls;

    private LearningSwitch(OpenVSwitch ovs, Datapath datapath, SwitchSettings settings, SocketLoop loop) {
        this.loop = loop;
        this.brain = new SwitchBrain(ovs, datapath, settings, loop::nanoTime);
        this.age = settings.age().toNanos();
        this.ports = PortWatch.open(ovs, datapath);
        try {
            brain.lookAtPorts();
            this.upcalls = ovs.upcalls(datapath, brain, loop);
        } catch (RuntimeException e) {
            ports.close();
            throw e;
        }
    }

    /**
     * Takes over the upcalls of a datapath.
     *
     * @param ovs must stay open until the switch is closed
     * @param loop on which the switch works
     * @throws NetlinkException if the datapath is gone, or the kernel refuses a socket
     */
    public static LearningSwitch start(OpenVSwitch ovs, Datapath datapath, SwitchSettings settings, SocketLoop loop) {
        LearningSwitch started = new LearningSwitch(ovs, datapath, settings, loop);
        started.begin();
        return started;
    }

    /** The stations that are known by now, and which way they are. */
    public Map<Station, Way> stations() {
        return brain.stations();
    }

    /** What came up from the datapath so far. */
    public UpcallCounters counters() {
        return upcalls.counters();
    }

    /**
     * Stops, and deletes the flows that the switch has made; the datapath and its ports stay. Not to be called on the loop.
     * Closing twice does nothing.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        upcalls.close();
        ports.close();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Runnable last = () -> {
            guarded(brain::forgetFlows);
            done.complete(null);
        };
        try {
            loop.execute(last);
        } catch (RejectedExecutionException e) {
            last.run();
        }
        done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        upcalls.ended().exceptionally(failure -> null).join();
    }

    private void begin() {
        ports.begin(() -> loop.execute(() -> guarded(brain::lookAtPorts)), brain::failed);
        scheduleTick();
    }

    private void scheduleTick() {
        loop.schedule(this::tick, age / TICKS_IN_AGE);
    }

    private void tick() {
        if (!closed.get() && guarded(brain::age)) {
            scheduleTick();
        }
    }

    /** Returns false if there will be no more to do, since the datapath is gone. */
    private boolean guarded(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            brain.failed(e);
            return !(e instanceof OvsException ovs && ovs.fault() == OvsFault.DATAPATH_MISSING);
        }
    }
}
