package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.link.LinkChange;
import io.jnetlink.samples.ip.print.Report;

/** Bridges. Stateless. */
final class BridgeKind implements LinkKind {

    @Override
    public String name() {
        return "bridge";
    }

    @Override
    public byte[] parse(JipSession session, LinkChange change, Arguments words) {
        return new BridgeOptions(session.dialect()).read(words).toByteArray();
    }

    @Override
    public boolean hasDetails() {
        return true;
    }

    @Override
    public void print(JipSession session, LinkinfoAttrs linkinfo, Report report) {
        if (linkinfo.hasDataBridge()) {
            new BridgeDetails(linkinfo.dataBridge(), session.dialect(), report).print();
        }
    }

    @Override
    public String usage() {
        return BridgeOptions.usage();
    }
}
