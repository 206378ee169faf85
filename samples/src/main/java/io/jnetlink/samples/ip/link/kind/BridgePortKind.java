package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.link.LinkChange;
import io.jnetlink.samples.ip.print.Report;

/** Ports of bridges, which are devices of any kind. Stateless. */
final class BridgePortKind implements LinkKind {

    @Override
    public String name() {
        return "bridge_slave";
    }

    @Override
    public byte[] parse(JipSession session, LinkChange change, Arguments words) {
        return new BridgePortOptions(session).read(words).toByteArray();
    }

    @Override
    public boolean hasDetails() {
        return true;
    }

    @Override
    public void print(JipSession session, LinkinfoAttrs linkinfo, Report report) {
        if (linkinfo.hasSlaveDataBridge()) {
            new BridgePortDetails(linkinfo.slaveDataBridge(), session.dialect(), session.names(), report).print();
        }
    }

    @Override
    public String usage() {
        return BridgePortOptions.USAGE;
    }
}
