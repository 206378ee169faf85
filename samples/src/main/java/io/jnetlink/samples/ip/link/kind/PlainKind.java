package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.link.LinkChange;
import io.jnetlink.samples.ip.print.Report;

/** A kind without options or details. Immutable. */
final class PlainKind implements LinkKind {

    private final String name;

    PlainKind(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    /** The older dialect passes over whatever stands here. */
    @Override
    public byte[] parse(JipSession session, LinkChange change, Arguments words) {
        if (session.dialect().isAtLeast(IprouteDialect.V7_1)) {
            throw CommandException.failed(
                    "Garbage instead of arguments \"" + words.peek() + " ...\". Try \"ip link help\".");
        }
        return new byte[0];
    }

    @Override
    public boolean hasDetails() {
        return false;
    }

    @Override
    public void print(JipSession session, LinkinfoAttrs linkinfo, Report report) {}

    @Override
    public String usage() {
        return "Usage: ... " + name + "\n(no options)";
    }
}
