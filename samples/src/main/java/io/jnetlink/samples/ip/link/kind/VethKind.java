package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.route.link.LinkinfoVethAttrs;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.link.LinkChange;
import io.jnetlink.samples.ip.link.LinkOptions;
import io.jnetlink.samples.ip.print.Report;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.RawAttribute;

/** Pairs of devices: the options behind {@code peer} are those of a link of its own. Stateless. */
final class VethKind implements LinkKind {

    /** Number of {@code VETH_INFO_PEER}. */
    private static final int PEER = 1;

    @Override
    public String name() {
        return "veth";
    }

    @Override
    public byte[] parse(JipSession session, LinkChange change, Arguments words) {
        if (!words.next().equals("peer")) {
            // Not an error text: ip writes this to standard output.
            session.out().println(usage());
            throw CommandException.failed("");
        }
        LinkMessage peer = LinkOptions.readPeer(session, change, words);
        MessageWriter bytes = MessageWriter.onHeap();
        peer.writeTo(bytes);
        return LinkinfoVethAttrs.builder()
                .raw(new RawAttribute(PEER, bytes.toByteArray()))
                .build()
                .toByteArray();
    }

    @Override
    public boolean hasDetails() {
        return false;
    }

    @Override
    public void print(JipSession session, LinkinfoAttrs linkinfo, Report report) {}

    @Override
    public String usage() {
        return "Usage: ... veth [ peer OPTIONS ]\nOPTIONS are those in front of \"type\"; see \"link help\".";
    }
}
