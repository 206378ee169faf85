package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.route.link.LinkinfoMacvlanAttrs;
import io.jnetlink.route.link.MacvlanFlags;
import io.jnetlink.route.link.MacvlanMode;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.link.LinkChange;
import io.jnetlink.samples.ip.print.Report;
import io.jnetlink.wire.HardwareAddress;
import java.util.Optional;

/** Devices with addresses of their own on top of another, and the same as character devices. Immutable. */
final class MacvlanKind implements LinkKind {

    private final String name;

    /**
     * @param name {@code macvlan} or {@code macvtap}
     */
    MacvlanKind(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte[] parse(JipSession session, LinkChange change, Arguments words) {
        return new MacvlanOptions(name, session).read(words).toByteArray();
    }

    @Override
    public boolean hasDetails() {
        return true;
    }

    @Override
    public void print(JipSession session, LinkinfoAttrs linkinfo, Report report) {
        data(linkinfo)
                .filter(LinkinfoMacvlanAttrs::hasMode)
                .ifPresent(macvlan -> print(session.dialect(), macvlan, report));
    }

    private static Optional<LinkinfoMacvlanAttrs> data(LinkinfoAttrs linkinfo) {
        if (linkinfo.hasDataMacvlan()) {
            return Optional.of(linkinfo.dataMacvlan());
        }
        return linkinfo.hasDataMacvtap() ? Optional.of(linkinfo.dataMacvtap()) : Optional.empty();
    }

    private static void print(IprouteDialect dialect, LinkinfoMacvlanAttrs macvlan, Report report) {
        report.string("mode", "mode {} ", macvlan.mode().specName().orElse("unknown"));
        MacvlanFlags flags = macvlan.hasFlags() ? macvlan.flags() : MacvlanFlags.of();
        if (flags.contains(MacvlanFlags.NOPROMISC)) {
            report.flag("nopromisc", "nopromisc ", true);
        }
        if (flags.contains(MacvlanFlags.NODST)) {
            report.flag("nodst", "nodst ", true);
        }
        if (macvlan.hasBcQueueLen()) {
            report.number("bcqueuelen", "bcqueuelen {} ", macvlan.bcQueueLen());
        }
        if (macvlan.hasBcQueueLenUsed()) {
            report.number("usedbcqueuelen", "usedbcqueuelen {} ", macvlan.bcQueueLenUsed());
        }
        if (macvlan.hasBcCutoff() && dialect.isAtLeast(IprouteDialect.V7_1)) {
            report.number("bclim", "bclim {} ", macvlan.bcCutoff());
        }
        if (macvlan.mode().equals(MacvlanMode.SOURCE) && macvlan.hasMacaddrCount()) {
            printSources(macvlan, report);
        }
    }

    private static void printSources(LinkinfoMacvlanAttrs macvlan, Report report) {
        report.number("macaddr_count", "remotes ({}) ", (int) macvlan.macaddrCount());
        if (macvlan.hasMacaddrData()) {
            report.array("macaddr_data", "");
            for (HardwareAddress source : macvlan.macaddrData().macaddr()) {
                report.element("{} ", source.toString());
            }
            report.endArray("");
        }
    }

    @Override
    public String usage() {
        return MacvlanOptions.usage(name);
    }
}
