package io.jnetlink.samples.lab;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.ClosedClientException;
import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.port.PortEvent;
import io.jnetlink.ovs.port.PortEvents;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Notices, on a thread of its own, that the ports of a datapath change.
 *
 * <p>Thread-safe.
 */
final class PortWatch implements AutoCloseable {

    private static final Duration LONG = Duration.ofHours(1);

    private final PortEvents events;
    private final int datapath;

    private PortWatch(PortEvents events, int datapath) {
        this.events = events;
        this.datapath = datapath;
    }

    /** Changes count from now on. */
    static PortWatch open(OpenVSwitch ovs, Datapath datapath) {
        return new PortWatch(ovs.ports().events(), datapath.index());
    }

    /**
     * Begins to tell of them.
     *
     * @param action is run on the watching thread when ports have come or gone; must not take long
     * @param failed is told why the watch has ended, if it was not closed
     */
    void begin(Runnable action, Consumer<Throwable> failed) {
        Thread thread = new Thread(() -> run(action, failed), "learning-switch-ports");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Runnable action, Consumer<Throwable> failed) {
        try {
            while (true) {
                Optional<PortEvent> event = events.next(LONG);
                if (event.isPresent() && concerns(event.get())) {
                    action.run();
                }
            }
        } catch (ClosedClientException | RejectedExecutionException e) {
            // That is how it ends.
        } catch (NetlinkException e) {
            failed.accept(e);
        }
    }

    private boolean concerns(PortEvent event) {
        if (event instanceof PortEvent.Added added) {
            return isHere(added.port());
        }
        if (event instanceof PortEvent.Removed removed) {
            return isHere(removed.port());
        }
        return event instanceof PortEvent.Lost;
    }

    private boolean isHere(OvsPort port) {
        return port.datapathIndex() == datapath;
    }

    @Override
    public void close() {
        events.close();
    }
}
