package io.jnetlink.samples.ovs.golden;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.ovs.datapath.DatapathFeatures;
import io.jnetlink.ovs.text.FlowText;
import java.util.List;

/**
 * What of a datapath stays the same as long as nobody changes it: no counters, no times.
 *
 * <p>Immutable.
 *
 * @param features what the datapath was asked to do
 * @param handlers port ids of the sockets that its missed packets go to
 * @param ports its ports, with their upcall port ids
 * @param flows identifier, key, mask and actions of its flows, sorted
 */
record KernelView(DatapathFeatures features, List<Long> handlers, List<String> ports, List<String> flows) {

    /** As it is now. */
    static KernelView of(OpenVSwitch ovs, String name) {
        Datapath datapath = ovs.datapaths().get(name);
        FlowText text = FlowText.verbose();
        return new KernelView(
                datapath.features(),
                datapath.perCpuPids(),
                ovs.ports().list(datapath).stream()
                        .map(port ->
                                port.number() + " " + port.name() + " " + port.type() + " upcalls " + port.upcallPids())
                        .sorted()
                        .toList(),
                ovs.flows().list(datapath).stream()
                        .map(flow -> flow.ufid() + " " + text.match(flow.key(), flow.mask()) + " actions "
                                + text.actions(flow.actions()))
                        .sorted()
                        .toList());
    }
}
