package io.jnetlink.samples.ip.link;

import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which links to show.
 *
 * <p>Immutable.
 *
 * @param device name of the only one
 * @param up whether it must be up
 * @param down whether it must be down
 * @param group group it must be in
 * @param master index of the master it must have, {@link #NO_MASTER} for those without
 * @param kind kind it must be of
 * @param portKind kind of master that it must be a port of
 */
record LinkFilter(
        Optional<String> device,
        boolean up,
        boolean down,
        OptionalInt group,
        int master,
        Optional<String> kind,
        Optional<String> portKind) {

    /** Asks for links without a master. */
    static final int NO_MASTER = -1;

    private static final String PORT_SUFFIX = "_slave";

    /** Collects what the words say. */
    private static final class Reader {

        private final JipSession session;
        private Optional<String> device = Optional.empty();
        private boolean up;
        private boolean down;
        private OptionalInt group = OptionalInt.empty();
        private int master;
        private Optional<String> kind = Optional.empty();
        private Optional<String> portKind = Optional.empty();

        Reader(JipSession session) {
            this.session = session;
        }

        LinkFilter read(Arguments words) {
            while (words.hasNext()) {
                read(words.next(), words);
            }
            return new LinkFilter(device, up, down, group, master, kind, portKind);
        }

        private void read(String word, Arguments words) {
            switch (word) {
                case "up" -> up = true;
                case "group" -> takeGroup(words.next());
                case "master" -> takeMaster(words.next());
                case "vrf" -> master = session.names().requiredVrf(words.next());
                case "nomaster" -> master = NO_MASTER;
                case "type" -> takeKind(words.next());
                case "dev" -> takeDevice(words.next());
                default -> {
                    if (word.equals("down") && session.dialect().isAtLeast(IprouteDialect.V7_1)) {
                        down = true;
                    } else if (Arguments.abbreviates(word, "help")) {
                        throw CommandException.rejected(LinkHelpCommand.usage());
                    } else {
                        takeDevice(word);
                    }
                }
            }
        }

        private void takeGroup(String value) {
            group = session.groups().group(value);
            if (group.isEmpty()) {
                throw CommandException.wrong(value, "Invalid \"group\" value\n");
            }
        }

        private void takeMaster(String value) {
            master = session.names().index(value);
            if (master == 0) {
                throw CommandException.wrong(value, "Device does not exist\n");
            }
        }

        private void takeKind(String value) {
            if (value.endsWith(PORT_SUFFIX)) {
                portKind = Optional.of(value.substring(0, value.length() - PORT_SUFFIX.length()));
            } else {
                kind = Optional.of(value);
            }
        }

        private void takeDevice(String value) {
            if (device.isPresent()) {
                throw CommandException.duplicateOrGarbage("dev", value);
            }
            device = Optional.of(value);
        }
    }

    /** Reads the words behind {@code show}. */
    static LinkFilter read(JipSession session, Arguments words) {
        return new Reader(session).read(words);
    }

    /** Whether a link is to be shown; the device is not looked at, since it is asked for by name. */
    boolean accepts(LinkMessage link) {
        LinkAttrs attributes = link.attributes();
        boolean isUp = link.header().ifiFlags().contains(DeviceFlags.UP);
        if (up && !isUp || down && isUp) {
            return false;
        }
        if (group.isPresent() && attributes.hasGroup() && attributes.group() != group.getAsInt()) {
            return false;
        }
        if (master > 0 && (!attributes.hasMaster() || attributes.master() != master)) {
            return false;
        }
        return isKind(attributes) && isPort(attributes);
    }

    private boolean isKind(LinkAttrs attributes) {
        return kind.isEmpty()
                || attributes.hasLinkinfo()
                        && attributes.linkinfo().hasKind()
                        && attributes.linkinfo().kind().equals(kind.get());
    }

    private boolean isPort(LinkAttrs attributes) {
        return portKind.isEmpty()
                || attributes.hasLinkinfo()
                        && attributes.linkinfo().hasSlaveKind()
                        && attributes.linkinfo().slaveKind().equals(portKind.get());
    }
}
