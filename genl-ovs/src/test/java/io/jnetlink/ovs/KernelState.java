package io.jnetlink.ovs;

import io.jnetlink.ovs.port.OvsPort;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in the kernel, to see that nothing is left behind.
 *
 * @param links names of all devices, with their index, so that one made anew counts as another
 * @param ports names of all ports by datapath
 */
record KernelState(List<String> links, Map<String, List<String>> ports) {

    static KernelState of(OpenVSwitch ovs) {
        Map<String, List<String>> ports = new TreeMap<>();
        for (Datapath datapath : ovs.datapaths().list()) {
            ports.put(
                    datapath.name(),
                    ovs.ports().list(datapath).stream()
                            .map(port -> port.number() + " " + port.name())
                            .toList());
        }
        List<String> links = ovs.route().links().list().stream()
                .map(link -> link.header().ifiIndex() + " " + link.attributes().ifname())
                .toList();
        return new KernelState(links, ports);
    }

    static List<String> names(List<OvsPort> ports) {
        return ports.stream().map(OvsPort::name).toList();
    }
}
