package io.jnetlink.samples.ip.link;

import io.jnetlink.client.Request;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.JipObject;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.link.kind.LinkKind;
import io.jnetlink.samples.ip.link.kind.LinkKinds;
import io.jnetlink.wire.RawAttribute;
import java.util.Optional;

/** {@code jip link add}, {@code set}, {@code replace} and {@code delete}. Immutable. */
final class LinkChangeCommand implements JipObject {

    private static final int INFO_DATA = 2;
    private static final int INFO_PORT_DATA = 5;

    private final LinkChange change;

    LinkChangeCommand(LinkChange change) {
        this.change = change;
    }

    @Override
    public int run(JipSession session, Arguments words) {
        LinkRequest request = new LinkOptions(session, change, session.options().family()).read(words);
        if (request.kind().isPresent()) {
            LinkinfoAttrs linkinfo = linkinfo(session, request.kind().get(), words);
            request.attributes().linkinfo(linkinfo);
        } else if (change.creates()) {
            throw CommandException.failed("Not enough information: \"type\" argument is required");
        }
        session.client()
                .acknowledge(Request.of(change.operation(), request.build()).withFlags(change.flags()));
        session.names().forget(request.index());
        return 0;
    }

    private LinkinfoAttrs linkinfo(JipSession session, String word, Arguments words) {
        boolean terminated = session.dialect().isAtLeast(IprouteDialect.V7_1);
        LinkinfoAttrs.Builder linkinfo = LinkinfoAttrs.builder()
                .raw(
                        terminated
                                ? TextAttributes.terminated(TextAttributes.INFO_KIND, word)
                                : TextAttributes.bare(TextAttributes.INFO_KIND, word));
        Optional<LinkKind> kind = LinkKinds.all().find(word);
        if (words.hasNext()) {
            LinkKind known = kind.orElseThrow(() -> unknownOptions(words.peek()));
            int attribute = LinkKinds.isPort(word) ? INFO_PORT_DATA : INFO_DATA;
            linkinfo.raw(new RawAttribute(attribute, known.parse(session, change, words)));
        }
        return linkinfo.build();
    }

    private static CommandException unknownOptions(String word) {
        return Arguments.abbreviates(word, "help")
                ? CommandException.rejected(LinkHelpCommand.usage())
                : CommandException.failed("Garbage instead of arguments \"" + word + " ...\". Try \"ip link help\".");
    }
}
