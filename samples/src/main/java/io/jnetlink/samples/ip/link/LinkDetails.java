package io.jnetlink.samples.ip.link;

import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.NameTable;
import io.jnetlink.samples.ip.link.kind.LinkKind;
import io.jnetlink.samples.ip.link.kind.LinkKinds;
import io.jnetlink.samples.ip.print.Report;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Prints what {@code -details} adds to a link.
 *
 * <p>Not thread-safe.
 */
final class LinkDetails {

    private final JipSession session;
    private final Report report;
    private final boolean newer;

    LinkDetails(JipSession session, Report report) {
        this.session = session;
        this.report = report;
        this.newer = session.dialect().isAtLeast(IprouteDialect.V7_1);
    }

    /** Prints details. */
    void print(LinkAttrs link) {
        number(link, "promiscuity", " promiscuity {} ", LinkAttrs::hasPromiscuity, LinkAttrs::promiscuity);
        String blank = newer ? "" : " ";
        number(link, "allmulti", blank + "allmulti {} ", LinkAttrs::hasAllmulti, LinkAttrs::allmulti);
        number(link, "min_mtu", "minmtu {} ", LinkAttrs::hasMinMtu, LinkAttrs::minMtu);
        number(link, "max_mtu", "maxmtu {} ", LinkAttrs::hasMaxMtu, LinkAttrs::maxMtu);
        if (newer && link.hasNetnsImmutable() && link.netnsImmutable() != 0) {
            report.flag("netns-immutable", "netns-immutable ", true);
        }
        if (link.hasLinkinfo()) {
            report.object("linkinfo");
            printKind(link.linkinfo());
            printPort(link.linkinfo());
            report.endObject();
        }
        printAddressGeneration(link);
        printLimits(link);
        printOrigin(link);
    }

    private void printKind(LinkinfoAttrs linkinfo) {
        if (linkinfo.hasKind()) {
            report.line();
            report.string("info_kind", "    {} ", linkinfo.kind());
            printData("info_data", LinkKinds.all().find(linkinfo.kind()), linkinfo);
        }
    }

    private void printPort(LinkinfoAttrs linkinfo) {
        if (linkinfo.hasSlaveKind()) {
            report.line();
            report.string("info_slave_kind", "    {}_slave ", linkinfo.slaveKind());
            printData("info_slave_data", LinkKinds.all().findPort(linkinfo.slaveKind()), linkinfo);
        }
    }

    private void printData(String key, Optional<LinkKind> kind, LinkinfoAttrs linkinfo) {
        kind.filter(LinkKind::hasDetails).ifPresent(known -> {
            report.object(key);
            known.print(session, linkinfo, report);
            report.endObject();
        });
    }

    private void printAddressGeneration(LinkAttrs link) {
        if (link.hasAfSpec()
                && link.afSpec().hasInet6()
                && link.afSpec().inet6().hasAddrGenMode()) {
            long mode = link.afSpec().inet6().addrGenMode().value();
            String name = mode == 0
                    ? "eui64"
                    : mode == 1 ? "none" : mode == 2 ? "stable_secret" : mode == 3 ? "random" : hexadecimal(mode);
            report.string("inet6_addr_gen_mode", "addrgenmode {} ", name);
        }
    }

    private static String hexadecimal(long mode) {
        return String.format("0x%02x", mode);
    }

    private void printLimits(LinkAttrs link) {
        named(link, "num_tx_queues", "numtxqueues", LinkAttrs::hasNumTxQueues, LinkAttrs::numTxQueues);
        named(link, "num_rx_queues", "numrxqueues", LinkAttrs::hasNumRxQueues, LinkAttrs::numRxQueues);
        named(link, "gso_max_size", "gso_max_size", LinkAttrs::hasGsoMaxSize, LinkAttrs::gsoMaxSize);
        named(link, "gso_max_segs", "gso_max_segs", LinkAttrs::hasGsoMaxSegs, LinkAttrs::gsoMaxSegs);
        named(link, "tso_max_size", "tso_max_size", LinkAttrs::hasTsoMaxSize, LinkAttrs::tsoMaxSize);
        named(link, "tso_max_segs", "tso_max_segs", LinkAttrs::hasTsoMaxSegs, LinkAttrs::tsoMaxSegs);
        named(link, "gro_max_size", "gro_max_size", LinkAttrs::hasGroMaxSize, LinkAttrs::groMaxSize);
        if (newer) {
            named(
                    link,
                    "gso_ipv4_max_size",
                    "gso_ipv4_max_size",
                    LinkAttrs::hasGsoIpv4MaxSize,
                    LinkAttrs::gsoIpv4MaxSize);
            named(
                    link,
                    "gro_ipv4_max_size",
                    "gro_ipv4_max_size",
                    LinkAttrs::hasGroIpv4MaxSize,
                    LinkAttrs::groIpv4MaxSize);
        }
    }

    private void printOrigin(LinkAttrs link) {
        if (link.hasPhysPortName()) {
            report.string("phys_port_name", "portname {} ", link.physPortName());
        }
        if (link.hasPhysPortId()) {
            report.string("phys_port_id", "portid {} ", HexFormat.of().formatHex(link.physPortId()));
        }
        if (link.hasPhysSwitchId()) {
            report.string("phys_switch_id", "switchid {} ", HexFormat.of().formatHex(link.physSwitchId()));
        }
        if (link.hasParentDevBusName()) {
            report.string("parentbus", "parentbus {} ", link.parentDevBusName());
        }
        if (link.hasParentDevName()) {
            report.string("parentdev", "parentdev {} ", link.parentDevName());
        }
    }

    private void named(
            LinkAttrs link, String key, String word, Predicate<LinkAttrs> present, ToLongFunction<LinkAttrs> value) {
        number(link, key, word + " {} ", present, value);
    }

    private void number(
            LinkAttrs link,
            String key,
            String template,
            Predicate<LinkAttrs> present,
            ToLongFunction<LinkAttrs> value) {
        if (present.test(link)) {
            report.number(key, template, value.applyAsLong(link));
        }
    }

    /** Prints whether, and by whom, a device is held down; wanted without details too. */
    void printProtoDown(LinkAttrs link) {
        if (!link.hasProtoDown()) {
            return;
        }
        if (link.protoDown() != 0) {
            report.flag("proto_down", " protodown on ", true);
        }
        long reasons = link.hasProtoDownReason() && link.protoDownReason().hasValue()
                ? link.protoDownReason().value() & 0xff
                : 0;
        if (reasons != 0) {
            printReasons(reasons);
        }
    }

    /** The older bits alone: {@code ip} reads a single byte. */
    private void printReasons(long reasons) {
        NameTable names = session.downReasons();
        report.array("proto_down_reason", "protodown_reason <");
        String template = "{}";
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            if ((reasons >> bit & 1) != 0) {
                report.element(template, names.nameOf(bit));
                template = ",{}";
            }
        }
        report.endArray(">");
    }
}
