package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.route.link.LinkinfoTunAttrs;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.link.LinkChange;
import io.jnetlink.samples.ip.print.Report;

/** Devices of programs; they are made by those, so there is nothing but details. Stateless. */
final class TunKind implements LinkKind {

    private final PlainKind plain = new PlainKind("tun");

    @Override
    public String name() {
        return plain.name();
    }

    @Override
    public byte[] parse(JipSession session, LinkChange change, Arguments words) {
        return plain.parse(session, change, words);
    }

    @Override
    public boolean hasDetails() {
        return true;
    }

    @Override
    public void print(JipSession session, LinkinfoAttrs linkinfo, Report report) {
        if (linkinfo.hasDataTun()) {
            print(linkinfo.dataTun(), report);
        }
    }

    private static void print(LinkinfoTunAttrs tun, Report report) {
        if (tun.hasType()) {
            report.string(
                    "type",
                    "type {} ",
                    tun.type().specName().orElse("UNKNOWN:" + tun.type().value()));
        }
        if (tun.hasPi()) {
            report.onOff("pi", "pi {} ", tun.pi() != 0);
        }
        if (tun.hasVnetHdr()) {
            report.onOff("vnet_hdr", "vnet_hdr {} ", tun.vnetHdr() != 0);
        }
        printQueues(tun, report);
        if (tun.hasPersist()) {
            report.onOff("persist", "persist {} ", tun.persist() != 0);
        }
        if (tun.hasOwner()) {
            report.number("user", "user {} ", tun.owner());
        }
        if (tun.hasGroup()) {
            report.number("group", "group {} ", tun.group());
        }
    }

    private static void printQueues(LinkinfoTunAttrs tun, Report report) {
        if (!tun.hasMultiQueue() || tun.multiQueue() == 0) {
            report.jsonFlag("multi_queue", false);
            return;
        }
        report.flag("multi_queue", "multi_queue ", true);
        if (tun.hasNumQueues()) {
            report.number("numqueues", "numqueues {} ", tun.numQueues());
        }
        if (tun.hasNumDisabledQueues()) {
            report.number("numdisabled", "numdisabled {} ", tun.numDisabledQueues());
        }
    }

    @Override
    public String usage() {
        return plain.usage();
    }
}
