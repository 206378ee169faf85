package io.jnetlink.samples.lab;

import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.text.FlowText;
import io.jnetlink.ovs.text.PortNames;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The flows of a node as {@code ovs-dpctl dump-flows --names} has them. Not thread-safe. */
final class FlowLines {

    private final SwitchNode node;

    FlowLines(SwitchNode node) {
        this.node = node;
    }

    List<String> lines() {
        FlowText text = FlowText.brief()
                .withNames(PortNames.of(node.ovs().ports().list(node.datapath()).stream()
                        .collect(Collectors.toMap(port -> (long) port.number(), OvsPort::name))));
        long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        return node.ovs().flows().list(node.datapath()).stream()
                .map(flow -> text.line(flow.message().attributes(), now))
                .toList();
    }
}
