package io.jnetlink.samples.ip.link;

import io.jnetlink.client.Request;
import io.jnetlink.message.Operation;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkMessageView;
import io.jnetlink.route.link.PropListLinkAttrs;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.samples.ip.JipObject;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.grammar.InterfaceName;
import io.jnetlink.wire.MessageFlags;
import org.jspecify.annotations.Nullable;

/** {@code jip link property add} and {@code del}: alternative names. Stateless. */
final class LinkPropertyCommand implements JipObject {

    @Override
    public int run(JipSession session, Arguments words) {
        if (!words.hasNext()) {
            throw CommandException.rejected(LinkHelpCommand.usage());
        }
        String operator = words.next();
        if (Arguments.abbreviates(operator, "add")) {
            return change(
                    session, RtLink.NEWLINKPROP, MessageFlags.EXCL | MessageFlags.CREATE | MessageFlags.APPEND, words);
        }
        if (Arguments.abbreviates(operator, "del")) {
            return change(session, RtLink.DELLINKPROP, 0, words);
        }
        throw CommandException.rejected(
                Arguments.abbreviates(operator, "help") ? LinkHelpCommand.usage() : "Operator required");
    }

    private static int change(
            JipSession session, Operation<LinkMessage, LinkMessageView> operation, int flags, Arguments words) {
        PropListLinkAttrs.Builder names = PropListLinkAttrs.builder();
        String device = null;
        while (words.hasNext()) {
            String word = words.next();
            if (Arguments.abbreviates(word, "altname")) {
                addName(names, words.next());
            } else {
                device = device(device, word, words);
            }
        }
        if (device == null) {
            throw CommandException.rejected("Not enough of information: \"dev\" argument is required.");
        }
        int index = session.names().required(device);
        LinkMessage request = LinkMessage.builder()
                .header(h -> h.ifiFamily(session.options().family()).ifiIndex(index))
                .attributes(LinkAttrs.builder().propList(names.build()).build())
                .build();
        session.client().acknowledge(Request.of(operation, request).withFlags(flags));
        session.names().forget(index);
        return 0;
    }

    private static void addName(PropListLinkAttrs.Builder names, String name) {
        if (!InterfaceName.isValidAlternative(name)) {
            throw CommandException.wrong(name, "not a valid altname");
        }
        names.addAltIfname(name);
    }

    private static String device(@Nullable String known, String word, Arguments words) {
        if (Arguments.abbreviates(word, "help")) {
            throw CommandException.rejected(LinkHelpCommand.usage());
        }
        String device = word.equals("dev") ? words.next() : word;
        if (known != null) {
            throw CommandException.duplicateOrGarbage("dev", device);
        }
        if (!InterfaceName.isValidAlternative(device)) {
            throw CommandException.wrong(device, "\"dev\" not a valid ifname");
        }
        return device;
    }
}
