package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.link.LinkChange;
import io.jnetlink.samples.ip.print.Report;

/** VXLAN devices. Stateless. */
final class VxlanKind implements LinkKind {

    @Override
    public String name() {
        return "vxlan";
    }

    @Override
    public byte[] parse(JipSession session, LinkChange change, Arguments words) {
        return new VxlanOptions(session, change).read(words).toByteArray();
    }

    @Override
    public boolean hasDetails() {
        return true;
    }

    @Override
    public void print(JipSession session, LinkinfoAttrs linkinfo, Report report) {
        if (linkinfo.hasDataVxlan()) {
            VxlanDetails details = new VxlanDetails(linkinfo.dataVxlan(), session.names(), report);
            if (session.dialect().isAtLeast(IprouteDialect.V7_1)) {
                details.printNew(session.options().details());
            } else {
                details.printOld();
            }
        }
    }

    @Override
    public String usage() {
        return VxlanOptions.USAGE;
    }
}
