package io.jnetlink.samples.lab;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.rule.Actions;
import io.jnetlink.ovs.rule.FlowSpec;
import io.jnetlink.ovs.upcall.MissUpcall;
import io.jnetlink.ovs.upcall.UpcallHandler;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a switch knows and decides.
 *
 * <p>Not thread-safe, except for {@link #stations} and {@link #failed}: everything else happens on the loop of the switch.
 */
final class SwitchBrain implements UpcallHandler {

    private final OpenVSwitch ovs;
    private final Datapath datapath;
    private final @Nullable Overlay overlay;
    private final SwitchListener listener;
    private final long age;
    private final LongSupplier clock;
    private final Forwarding forwarding;
    private final MacTable table = new MacTable();
    private final SwitchFlows flows;
    private Set<Long> ports = Set.of();

    SwitchBrain(OpenVSwitch ovs, Datapath datapath, SwitchSettings settings, LongSupplier clock) {
        this.ovs = ovs;
        this.datapath = datapath;
        this.overlay = settings.overlay();
        this.listener = settings.listener();
        this.age = settings.age().toNanos();
        this.clock = clock;
        this.forwarding = new Forwarding(overlay);
        this.flows = new SwitchFlows(ovs, datapath);
    }

    Map<Station, Way> stations() {
        return table.ways();
    }

    @Override
    public void miss(MissUpcall upcall) {
        Optional<Arrival> arrival = Arrival.of(upcall.key(), overlay);
        if (arrival.isEmpty() || arrival.get().destination().isReserved()) {
            return;
        }
        learn(arrival.get());
        forward(upcall, arrival.get());
    }

    @Override
    public void failed(Throwable failure) {
        listener.failed(failure);
    }

    private void learn(Arrival arrival) {
        Station station = arrival.source();
        switch (table.learn(station, arrival.way(), clock.getAsLong())) {
            case LEARNED -> listener.learned(station, arrival.way());
            case MOVED -> {
                // What stands in the kernel still leads to where it was.
                flows.deleteOf(station);
                listener.moved(station, arrival.way());
            }
            default -> {}
        }
    }

    private void forward(MissUpcall upcall, Arrival arrival) {
        Optional<Way> out = table.find(arrival.destination());
        Actions actions = out.map(way -> forwarding.to(arrival.way(), way))
                .orElseGet(() -> forwarding.flood(arrival.way(), ports));
        if (out.isEmpty() || !arrival.isMatchable()) {
            ovs.packets().execute(datapath, upcall.execution(actions));
            return;
        }
        FlowSpec flow = FlowSpec.of(arrival.match(overlay), actions);
        flows.add(flow, upcall.execution(actions), arrival, out.get(), clock.getAsLong());
    }

    /** Forgets what has been silent for too long. */
    void age() {
        long now = clock.getAsLong();
        flows.readStatistics(now, table::touch);
        forget(table.expire(now, age));
        flows.expire(now, age);
    }

    /** Finds out which ports there are, and forgets what was behind those that are gone. */
    void lookAtPorts() {
        Set<Long> present = new TreeSet<>();
        Set<Long> all = new HashSet<>();
        for (OvsPort port : ovs.ports().list(datapath)) {
            all.add((long) port.number());
            if (port.tunnel().isEmpty()) {
                present.add((long) port.number());
            }
        }
        Set<Long> gone = new HashSet<>(ports);
        if (overlay != null) {
            gone.add(overlay.port());
        }
        gone.removeAll(all);
        ports = present;
        for (long port : gone) {
            forget(table.forgetPort(port));
            flows.deleteOf(port);
        }
    }

    void forgetFlows() {
        flows.deleteAll();
    }

    private void forget(List<Station> stations) {
        for (Station station : stations) {
            flows.deleteOf(station);
        }
        stations.forEach(listener::forgotten);
    }
}
