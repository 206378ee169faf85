package io.jnetlink.samples.ip.link;

import io.jnetlink.samples.ip.JipObject;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.grammar.KeywordTable;

/** {@code jip link}: finds the command. Stateless. */
public final class LinkObject implements JipObject {

    private static final KeywordTable<JipObject> COMMANDS = KeywordTable.<JipObject>builder()
            .add("add", new LinkChangeCommand(LinkChange.ADD))
            .add("set", new LinkChangeCommand(LinkChange.SET))
            .add("change", new LinkChangeCommand(LinkChange.SET))
            .add("replace", new LinkChangeCommand(LinkChange.REPLACE))
            .add("delete", new LinkChangeCommand(LinkChange.DELETE))
            .add("show", new LinkShowCommand())
            .add("lst", new LinkShowCommand())
            .add("list", new LinkShowCommand())
            .add("property", new LinkPropertyCommand())
            .add("help", new LinkHelpCommand())
            .build();

    @Override
    public int run(JipSession session, Arguments words) {
        if (!words.hasNext()) {
            return new LinkShowCommand().run(session, words);
        }
        String command = words.next();
        return COMMANDS.find(command)
                .orElseThrow(() ->
                        CommandException.rejected("Command \"" + command + "\" is unknown, try \"ip link help\"."))
                .run(session, words);
    }
}
