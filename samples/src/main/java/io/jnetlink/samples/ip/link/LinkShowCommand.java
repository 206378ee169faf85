package io.jnetlink.samples.ip.link;

import io.jnetlink.client.Dump;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.Request;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.route.link.RtextFilter;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.JipObject;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.KernelComplaint;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.print.Report;
import java.util.List;

/** {@code jip link show}. Stateless. */
final class LinkShowCommand implements JipObject {

    private static final int PACKET = 17;

    @Override
    public int run(JipSession session, Arguments words) {
        LinkFilter filter = LinkFilter.read(session, words);
        List<LinkMessage> links;
        if (filter.device().isPresent()) {
            String device = filter.device().get();
            if (session.names().index(device) <= 0) {
                throw CommandException.failed("Device \"" + device + "\" does not exist.");
            }
            links = List.of(one(session, device));
        } else {
            links = all(session, filter);
        }
        try (Report report = session.report()) {
            print(session, filter, links, report);
        }
        return 0;
    }

    private static void print(JipSession session, LinkFilter filter, List<LinkMessage> links, Report report) {
        LinkPrinter printer = new LinkPrinter(session, report);
        boolean groupFirst = filter.group().isPresent() && session.dialect().isAtLeast(IprouteDialect.V7_1);
        for (LinkMessage link : links) {
            boolean accepted = filter.accepts(link);
            if (accepted || !groupFirst) {
                // A link that is not shown leaves an empty object behind; older releases know no better.
                report.object(null);
                if (accepted) {
                    printer.print(link);
                }
                report.endObject();
            }
        }
    }

    private static LinkMessage one(JipSession session, String device) {
        LinkAttrs.Builder attributes = LinkAttrs.builder();
        LinkNames.select(attributes, device);
        attributes.extMask(mask(session));
        try {
            return session.client()
                    .get(Request.of(RtLink.GETLINK, question(attributes)))
                    .orElseThrow(() -> CommandException.failed("Device \"" + device + "\" does not exist."));
        } catch (KernelRejectedException e) {
            // Known as "if5" by its number, but not to the kernel by that name.
            throw CommandException.failed(KernelComplaint.of(e) + "\nCannot send link get request: "
                    + e.errno().text());
        }
    }

    private static List<LinkMessage> all(JipSession session, LinkFilter filter) {
        LinkAttrs.Builder attributes = LinkAttrs.builder().extMask(mask(session));
        if (filter.master() != 0) {
            attributes.master(Integer.toUnsignedLong(filter.master()));
        }
        filter.kind()
                .ifPresent(kind ->
                        attributes.linkinfo(LinkinfoAttrs.builder().kind(kind).build()));
        Dump<LinkMessage> dump = session.client().dump(Request.of(RtLink.GETLINK, question(attributes)));
        if (dump.interrupted()) {
            session.err().println("Dump was interrupted and may be inconsistent.");
        }
        dump.messages().forEach(session.names()::remember);
        return dump.messages();
    }

    private static LinkMessage question(LinkAttrs.Builder attributes) {
        return LinkMessage.builder()
                .header(h -> h.ifiFamily(PACKET))
                .attributes(attributes.build())
                .build();
    }

    /** Newer releases spare the kernel the statistics that they do not print. */
    private static RtextFilter mask(JipSession session) {
        boolean spare = session.dialect().isAtLeast(IprouteDialect.V7_1)
                && !session.options().showStatistics();
        return spare ? RtextFilter.of(RtextFilter.VF, RtextFilter.SKIP_STATS) : RtextFilter.VF;
    }
}
