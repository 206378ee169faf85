package io.jnetlink.samples.lab;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.PipelineOptions;
import io.jnetlink.client.RequestResult;
import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.ovs.rule.Flow;
import io.jnetlink.ovs.rule.FlowId;
import io.jnetlink.ovs.rule.FlowSpec;
import io.jnetlink.ovs.text.Ufid;
import io.jnetlink.ovs.upcall.Execution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The flows that a switch has put into its datapath.
 *
 * <p>Not thread-safe.
 */
final class SwitchFlows {

    private static final class Installed {
        private final FlowSpec spec;
        private final Arrival arrival;
        private final Way out;
        private long packets;
        private long active;

        Installed(FlowSpec spec, Arrival arrival, Way out, long now) {
            this.spec = spec;
            this.arrival = arrival;
            this.out = out;
            this.active = now;
        }
    }

    private final OpenVSwitch ovs;
    private final Datapath datapath;
    private final Map<Ufid, Installed> installed = new HashMap<>();

    SwitchFlows(OpenVSwitch ovs, Datapath datapath) {
        this.ovs = ovs;
        this.datapath = datapath;
    }

    /** Adds a flow and sends the packet that wanted it. */
    void add(FlowSpec spec, Execution packet, Arrival arrival, Way out, long now) {
        FlowSpec named = spec.withHashedUfid();
        ovs.packets().createAndExecute(datapath, named, packet);
        installed.put(named.ufid().orElseThrow(), new Installed(named, arrival, out, now));
    }

    /** Tells whose frames have used flows since the last time. */
    void readStatistics(long now, BiConsumer<Station, Long> active) {
        for (Flow flow : ovs.flows().listTersely(datapath)) {
            Optional<Installed> known = flow.ufid().map(installed::get);
            if (known.isPresent() && flow.packets() != known.get().packets) {
                known.get().packets = flow.packets();
                known.get().active = now;
                active.accept(known.get().arrival.source(), now);
            }
        }
    }

    /** Deletes those that no packet has used for a time. */
    void expire(long now, long age) {
        delete(flow -> now - flow.active >= age);
    }

    /** Deletes those from and to a station. */
    void deleteOf(Station station) {
        delete(flow -> flow.arrival.source().equals(station)
                || flow.arrival.destination().equals(station));
    }

    /** Deletes those in by and out of a port. */
    void deleteOf(long port) {
        delete(flow -> flow.arrival.way().port() == port || flow.out.port() == port);
    }

    void deleteAll() {
        delete(flow -> true);
    }

    private void delete(Predicate<Installed> which) {
        List<FlowId> ids = new ArrayList<>();
        installed.values().removeIf(flow -> {
            boolean goes = which.test(flow);
            if (goes) {
                ids.add(flow.spec.id());
            }
            return goes;
        });
        if (ids.isEmpty()) {
            return;
        }
        for (RequestResult failure :
                ovs.flows().deleteAll(datapath, ids, PipelineOptions.defaults()).failures()) {
            KernelRejectedException refusal = failure.refusal().orElseThrow();
            // Somebody may have flushed the flows, or deleted the datapath.
            if (!(refusal instanceof NotFoundException)) {
                throw refusal;
            }
        }
    }
}
