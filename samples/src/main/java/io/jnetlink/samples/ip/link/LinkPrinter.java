package io.jnetlink.samples.ip.link;

import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.samples.ip.JipOptions;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.NameTable;
import io.jnetlink.samples.ip.print.Report;
import io.jnetlink.wire.HardwareAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * Prints links as {@code ip link show} does.
 *
 * <p>Not thread-safe.
 */
final class LinkPrinter {

    private static final int POINT_TO_POINT = 0x10;

    private final JipOptions options;
    private final LinkNames names;
    private final NameTable groups;
    private final Report report;
    private final LinkFlagsPrinter flags;
    private final LinkDetails details;

    LinkPrinter(JipSession session, Report report) {
        this.options = session.options();
        this.names = session.names();
        this.groups = session.groups();
        this.report = report;
        this.flags = new LinkFlagsPrinter(report);
        this.details = new LinkDetails(session, report);
    }

    /** Prints a link. */
    void print(LinkMessage link) {
        if (options.brief()) {
            printBrief(link);
            return;
        }
        report.number("ifindex", "{}: ", link.header().ifiIndex());
        printNames(link, "%s: ");
        printState(link.attributes());
        report.line();
        printAddresses(link);
        printNamespaces(link.attributes());
        details.printProtoDown(link.attributes());
        if (options.showDetails()) {
            details.print(link.attributes());
        }
        printRest(link.attributes());
        report.text("\n");
    }

    private void printBrief(LinkMessage link) {
        LinkAttrs attributes = link.attributes();
        int lower = attributes.hasLink() ? (int) attributes.link() : 0;
        boolean lowerDown = printName(attributes, "%-16s ", lower);
        if (attributes.hasOperstate()) {
            printOperationalState(attributes.operstate().value());
        }
        if (attributes.hasAddress()) {
            report.string(
                    "address",
                    "{} ",
                    LinkAddressFormat.of(attributes.address(), link.header().ifiType()));
        }
        flags.print(link.header().ifiFlags().bits(), lowerDown);
        report.text("\n");
    }

    private void printNames(LinkMessage link, String format) {
        LinkAttrs attributes = link.attributes();
        int lower = attributes.hasLink() ? (int) attributes.link() : 0;
        boolean lowerDown = printName(attributes, format, lower);
        flags.print(link.header().ifiFlags().bits(), lowerDown);
    }

    /** Prints the name with that of the device below; returns whether the device below is known to be down. */
    private boolean printName(LinkAttrs attributes, String format, int lower) {
        String suffix = "";
        boolean lowerDown = false;
        if (attributes.hasLink() && lower == 0) {
            report.jsonNothing("link");
            suffix = "@NONE";
        } else if (attributes.hasLink() && attributes.hasLinkNetnsid()) {
            report.jsonNumber("link_index", lower);
            suffix = "@if" + Integer.toUnsignedString(lower);
        } else if (attributes.hasLink()) {
            String name = names.name(lower);
            report.jsonString("link", name);
            suffix = "@" + name;
            lowerDown = !names.isUp(lower);
        }
        String name = attributes.ifname();
        report.jsonString("ifname", name);
        report.text(String.format(format, name + suffix));
        return lowerDown;
    }

    private void printState(LinkAttrs attributes) {
        if (attributes.hasMtu()) {
            report.number("mtu", "mtu {} ", attributes.mtu());
        }
        if (attributes.hasQdisc()) {
            report.string("qdisc", "qdisc {} ", attributes.qdisc());
        }
        if (attributes.hasMaster()) {
            report.string("master", "master {} ", names.name((int) attributes.master()));
        }
        if (attributes.hasOperstate()) {
            printOperationalState(attributes.operstate().value());
        }
        if (attributes.hasLinkmode()) {
            printMode(attributes.linkmode().value());
        }
        if (attributes.hasGroup()) {
            report.string("group", "group {} ", groupName((int) attributes.group()));
        }
        if (attributes.hasTxqlen() && attributes.txqlen() != 0) {
            report.number("txqlen", "qlen {}", (int) attributes.txqlen());
        }
        if (attributes.hasEvent()) {
            LinkEvents.print(report, attributes.event().value());
        }
    }

    private String groupName(int group) {
        return options.numeric() ? Integer.toString(group) : groups.nameOf(group);
    }

    private void printOperationalState(long state) {
        Optional<String> name = OperationalStates.nameOf(state);
        if (name.isEmpty()) {
            report.jsonNumber("operstate_index", state);
            report.text("state 0x" + Long.toHexString(state));
        } else {
            report.jsonString("operstate", name.get());
            report.text(options.brief() ? String.format("%-14s ", name.get()) : "state " + name.get() + " ");
        }
    }

    private void printMode(long mode) {
        if (mode == 0) {
            report.string("linkmode", "mode {} ", "DEFAULT");
        } else if (mode == 1) {
            report.string("linkmode", "mode {} ", "DORMANT");
        } else {
            report.number("linkmode_index", "mode {} ", mode);
        }
    }

    private void printAddresses(LinkMessage link) {
        LinkAttrs attributes = link.attributes();
        int type = link.header().ifiType();
        report.string("link_type", "    link/{} ", LinkTypes.nameOf(type, options.numeric()));
        if (attributes.hasAddress()) {
            report.string("address", "{}", LinkAddressFormat.of(attributes.address(), type));
        }
        if (attributes.hasBroadcast()) {
            if ((link.header().ifiFlags().bits() & POINT_TO_POINT) != 0) {
                report.text(" peer ");
                report.jsonFlag("link_pointtopoint", true);
            } else {
                report.text(" brd ");
            }
            report.string("broadcast", "{}", LinkAddressFormat.of(attributes.broadcast(), type));
        }
        if (attributes.hasPermAddress()) {
            printPermanentAddress(attributes, type);
        }
    }

    private void printPermanentAddress(LinkAttrs attributes, int type) {
        HardwareAddress permanent = attributes.permAddress();
        boolean same =
                attributes.hasAddress() && Arrays.equals(attributes.address().toByteArray(), permanent.toByteArray());
        if (!same) {
            report.text(" permaddr ");
            report.string("permaddr", "{}", LinkAddressFormat.of(permanent, type));
        }
    }

    private void printNamespaces(LinkAttrs attributes) {
        if (attributes.hasLinkNetnsid()) {
            int id = attributes.linkNetnsid();
            report.jsonNumber("link_netnsid", id);
            report.text(" link-netnsid " + (id >= 0 ? Integer.toString(id) : "unknown"));
        }
        if (attributes.hasNewNetnsid()) {
            report.text(" new-netnsid " + attributes.newNetnsid());
        }
        if (attributes.hasNewIfindex()) {
            report.text(" new-ifindex " + attributes.newIfindex());
        }
    }

    private void printRest(LinkAttrs attributes) {
        if (attributes.hasIfalias()) {
            report.line();
            report.text("    ");
            report.string("ifalias", "alias {}", attributes.ifalias());
        }
        if (options.showStatistics()) {
            report.line();
            LinkStatistics.print(options, attributes, report);
        }
        if (attributes.hasPropList()) {
            report.array("altnames", "");
            for (String name : attributes.propList().altIfname()) {
                report.line();
                report.text("    altname ");
                report.element("{}", name);
            }
            report.endArray("");
        }
    }
}
