package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.LinkinfoVxlanAttrs;
import io.jnetlink.samples.ip.link.LinkNames;
import io.jnetlink.samples.ip.print.Report;
import io.jnetlink.wire.IpAddress;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The details of a VXLAN device in the order and the words of iproute2, old (6.1) and new (6.3 and later).
 *
 * <p>Not thread-safe.
 */
final class VxlanDetails {

    private static final int TOS_INHERIT = 1;

    /** The yes-or-no options in the order in which newer releases print them. */
    private enum Toggle {
        EXTERNAL("external", LinkinfoVxlanAttrs::hasCollectMetadata, LinkinfoVxlanAttrs::collectMetadata, false),
        VNIFILTER("vnifilter", LinkinfoVxlanAttrs::hasVnifilter, LinkinfoVxlanAttrs::vnifilter, false),
        LEARNING("learning", LinkinfoVxlanAttrs::hasLearning, LinkinfoVxlanAttrs::learning, true),
        PROXY("proxy", LinkinfoVxlanAttrs::hasProxy, LinkinfoVxlanAttrs::proxy, false),
        RSC("rsc", LinkinfoVxlanAttrs::hasRsc, LinkinfoVxlanAttrs::rsc, false),
        L2MISS("l2miss", LinkinfoVxlanAttrs::hasL2miss, LinkinfoVxlanAttrs::l2miss, false),
        L3MISS("l3miss", LinkinfoVxlanAttrs::hasL3miss, LinkinfoVxlanAttrs::l3miss, false),
        UDP_CSUM("udp_csum", LinkinfoVxlanAttrs::hasUdpCsum, LinkinfoVxlanAttrs::udpCsum, true),
        CSUM6_TX("udp_zero_csum6_tx", LinkinfoVxlanAttrs::hasUdpZeroCsum6Tx, LinkinfoVxlanAttrs::udpZeroCsum6Tx, false),
        CSUM6_RX("udp_zero_csum6_rx", LinkinfoVxlanAttrs::hasUdpZeroCsum6Rx, LinkinfoVxlanAttrs::udpZeroCsum6Rx, false),
        REMCSUM_TX("remcsum_tx", LinkinfoVxlanAttrs::hasRemcsumTx, LinkinfoVxlanAttrs::remcsumTx, false),
        REMCSUM_RX("remcsum_rx", LinkinfoVxlanAttrs::hasRemcsumRx, LinkinfoVxlanAttrs::remcsumRx, false),
        LOCALBYPASS("localbypass", LinkinfoVxlanAttrs::hasLocalbypass, LinkinfoVxlanAttrs::localbypass, true),
        MCROUTE("mcroute", LinkinfoVxlanAttrs::hasMcRoute, LinkinfoVxlanAttrs::mcRoute, false);

        private final String key;
        private final Predicate<LinkinfoVxlanAttrs> present;
        private final ToIntFunction<LinkinfoVxlanAttrs> value;
        private final boolean usual;

        Toggle(
                String key,
                Predicate<LinkinfoVxlanAttrs> present,
                ToIntFunction<LinkinfoVxlanAttrs> value,
                boolean usual) {
            this.key = key;
            this.present = present;
            this.value = value;
            this.usual = usual;
        }

        boolean isPresent(LinkinfoVxlanAttrs vxlan) {
            return present.test(vxlan);
        }

        boolean isOn(LinkinfoVxlanAttrs vxlan) {
            return value.applyAsInt(vxlan) != 0;
        }
    }

    private final LinkinfoVxlanAttrs vxlan;
    private final LinkNames names;
    private final Report report;

    VxlanDetails(LinkinfoVxlanAttrs vxlan, LinkNames names, Report report) {
        this.vxlan = vxlan;
        this.names = names;
        this.report = report;
    }

    /** As 6.1 prints them: most options only when they are on, checksums always. */
    void printOld() {
        printIfOn(Toggle.EXTERNAL, "external ");
        // The blank behind it was forgotten there.
        printIfOn(Toggle.VNIFILTER, "vnifilter");
        printTunnel();
        if (Toggle.LEARNING.isPresent(vxlan)) {
            boolean learning = Toggle.LEARNING.isOn(vxlan);
            report.jsonFlag("learning", learning);
            report.text(learning ? "" : "nolearning ");
        }
        printIfOn(Toggle.PROXY, "proxy ");
        printIfOn(Toggle.RSC, "rsc ");
        printIfOn(Toggle.L2MISS, "l2miss ");
        printIfOn(Toggle.L3MISS, "l3miss ");
        printHeaderFields();
        printLimits();
        printEitherWay(Toggle.UDP_CSUM, "udpcsum ");
        printEitherWay(Toggle.CSUM6_TX, "udp6zerocsumtx ");
        printEitherWay(Toggle.CSUM6_RX, "udp6zerocsumrx ");
        printIfOn(Toggle.REMCSUM_TX, "remcsumtx ");
        printIfOn(Toggle.REMCSUM_RX, "remcsumrx ");
        if (vxlan.hasGbp()) {
            report.flag("gbp", "gbp ", true);
        }
        if (vxlan.hasGpe()) {
            report.flag("gpe", "gpe ", true);
        }
    }

    /** As later releases print them: what differs from the default, or everything if details are wanted twice. */
    void printNew(int details) {
        printTunnel();
        printHeaderFields();
        printLimits();
        if (vxlan.hasReservedBits()) {
            report.hexadecimal("reserved_bits", "reserved_bits {} ", vxlan.reservedBits());
        }
        if (vxlan.hasGbp()) {
            report.nothing("gbp", "gbp ");
        }
        if (vxlan.hasGpe()) {
            report.nothing("gpe", "gpe ");
        }
        for (Toggle toggle : Toggle.values()) {
            if (toggle.isPresent(vxlan)) {
                boolean on = toggle.isOn(vxlan);
                report.jsonFlag(toggle.key, on);
                report.text(on != toggle.usual || details > 1 ? (on ? "" : "no") + toggle.key + " " : "");
            }
        }
    }

    private void printTunnel() {
        if (vxlan.hasId()) {
            report.number("id", "id {} ", vxlan.id());
        }
        if (vxlan.hasGroup()) {
            printRemote(vxlan.group(), "");
        } else if (vxlan.hasGroup6()) {
            printRemote(vxlan.group6(), "6");
        }
        if (vxlan.hasLocal()) {
            printAddress("local", "local {} ", vxlan.local());
        } else if (vxlan.hasLocal6()) {
            printAddress("local6", "local {} ", vxlan.local6());
        }
        if (vxlan.hasLink() && vxlan.link() != 0) {
            report.string("link", "dev {} ", names.name((int) vxlan.link()));
        }
        if (vxlan.hasPortRange()) {
            int low = vxlan.portRange().low();
            int high = vxlan.portRange().high();
            report.object("port_range");
            report.jsonNumber("low", low);
            report.jsonNumber("high", high);
            report.endObject();
            report.text("srcport " + low + " " + high + " ");
        }
        if (vxlan.hasPort()) {
            report.number("port", "dstport {} ", vxlan.port());
        }
    }

    private void printRemote(IpAddress address, String suffix) {
        String word = address.isMulticast() ? "group" : "remote";
        printAddress(word + suffix, word + " {} ", address);
    }

    private void printAddress(String key, String template, IpAddress address) {
        if (!address.isUnspecified()) {
            report.string(key, template, address.toString());
        }
    }

    private void printHeaderFields() {
        int tos = vxlan.hasTos() ? vxlan.tos() : 0;
        if (tos == TOS_INHERIT && !report.isJson()) {
            report.text("tos inherit ");
        } else if (tos != 0) {
            report.hexadecimal("tos", "tos {} ", tos);
        }
        if (vxlan.hasTtlInherit() && vxlan.ttlInherit() != 0) {
            report.text("ttl inherit ");
        } else if (vxlan.hasTtl()) {
            if (vxlan.ttl() == 0) {
                report.jsonNumber("ttl", 0);
                report.text("ttl auto ");
            } else {
                report.number("ttl", "ttl {} ", vxlan.ttl());
            }
        }
        if (vxlan.hasDf()) {
            printDf((int) vxlan.df().value());
        }
        if (vxlan.hasLabel() && vxlan.label() != 0) {
            report.hexadecimal("label", "flowlabel {} ", vxlan.label());
        }
    }

    private void printDf(int df) {
        switch (df) {
            case 0 -> report.jsonString("df", "unset");
            case 1 -> report.string("df", "df {} ", "set");
            case 2 -> report.string("df", "df {} ", "inherit");
            default -> {
                // Not of any release yet, so there is no word for it.
            }
        }
    }

    private void printLimits() {
        if (vxlan.hasAgeing()) {
            if (vxlan.ageing() == 0) {
                report.jsonNumber("ageing", 0);
                report.text("ageing none ");
            } else {
                report.number("ageing", "ageing {} ", vxlan.ageing());
            }
        }
        if (vxlan.hasLimit() && vxlan.limit() != 0) {
            report.number("limit", "maxaddr {} ", vxlan.limit());
        }
    }

    private void printIfOn(Toggle toggle, String text) {
        if (toggle.isPresent(vxlan) && toggle.isOn(vxlan)) {
            report.flag(toggle.key, text, true);
        }
    }

    private void printEitherWay(Toggle toggle, String text) {
        if (toggle.isPresent(vxlan)) {
            boolean on = toggle.isOn(vxlan);
            report.flag(toggle.key, (on ? "" : "no") + text, on);
        }
    }
}
