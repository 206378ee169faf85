package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.LinkinfoMacvlanAttrs;
import io.jnetlink.route.link.MacvlanFlags;
import io.jnetlink.route.link.MacvlanMacaddrAttrs;
import io.jnetlink.route.link.MacvlanMacaddrMode;
import io.jnetlink.route.link.MacvlanMode;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.grammar.IntegerText;
import io.jnetlink.samples.ip.grammar.KeywordTable;
import io.jnetlink.samples.ip.grammar.LinkAddressText;
import io.jnetlink.wire.HardwareAddress;
import java.util.Optional;

/**
 * The options behind {@code type macvlan} and {@code type macvtap}.
 *
 * <p>Not thread-safe; good for one device. Mode and flags are written last.
 */
final class MacvlanOptions {

    private interface Option {
        void read(MacvlanOptions macvlan, Arguments words);
    }

    private static final KeywordTable<Option> OPTIONS = KeywordTable.<Option>builder()
            .add("mode", (macvlan, words) -> macvlan.takeMode(words.next()))
            .add("flag", (macvlan, words) -> macvlan.takeFlag(words.next()))
            .add("macaddr", MacvlanOptions::takeSources)
            .add("nopromisc", (macvlan, words) -> macvlan.flag(MacvlanFlags.NOPROMISC))
            .add("nodst", (macvlan, words) -> macvlan.flag(MacvlanFlags.NODST))
            .add("bcqueuelen", (macvlan, words) -> macvlan.takeQueueLength(words.next()))
            .addExact("bclim", (macvlan, words) -> macvlan.takeLimit(words.next()))
            .build();

    private static final int ADDRESS_LENGTH = 6;

    private final String kind;
    private final JipSession session;
    private final LinkinfoMacvlanAttrs.Builder attributes = LinkinfoMacvlanAttrs.builder();
    private Optional<MacvlanMode> mode = Optional.empty();
    private Optional<MacvlanFlags> flags = Optional.empty();

    MacvlanOptions(String kind, JipSession session) {
        this.kind = kind;
        this.session = session;
    }

    static String usage(String kind) {
        return """
                Usage: ... %s mode MODE [ flag FLAG ] [ bcqueuelen PACKETS ] [ bclim NUMBER ]
                	[ macaddr { add LLADDR | del LLADDR | set [ LLADDR ]... | flush } ]

                MODE	private, vepa, bridge, passthru or source
                FLAG	null, nopromisc or nodst""".formatted(kind);
    }

    /** Reads all words. */
    LinkinfoMacvlanAttrs read(Arguments words) {
        while (words.hasNext()) {
            readOption(words.next(), words);
        }
        mode.ifPresent(attributes::mode);
        if (flags.isPresent()) {
            boolean passthru = mode.filter(MacvlanMode.PASSTHRU::equals).isPresent();
            if (flags.get().contains(MacvlanFlags.NOPROMISC) && !passthru) {
                throw complaint("nopromisc flag only valid in passthru mode");
            }
            attributes.flags(flags.get());
        }
        return attributes.build();
    }

    private void readOption(String word, Arguments words) {
        Optional<Option> option = OPTIONS.find(word)
                .filter(o -> !word.equals("bclim") || session.dialect().isAtLeast(IprouteDialect.V7_1));
        if (option.isPresent()) {
            option.get().read(this, words);
        } else if (Arguments.abbreviates(word, "help")) {
            throw CommandException.failed(usage(kind));
        } else {
            throw complaint("unknown option \"" + word + "\"?");
        }
    }

    private CommandException complaint(String text) {
        return CommandException.failed(kind + ": " + text + "\n" + usage(kind));
    }

    private void takeMode(String value) {
        mode = Optional.of(
                switch (value) {
                    case "private" -> MacvlanMode.PRIVATE;
                    case "vepa" -> MacvlanMode.VEPA;
                    case "bridge" -> MacvlanMode.BRIDGE;
                    case "passthru" -> MacvlanMode.PASSTHRU;
                    case "source" -> MacvlanMode.SOURCE;
                    default ->
                        throw CommandException.failed("Error: argument of \"mode\" must be \"private\", "
                                + "\"vepa\", \"bridge\", \"passthru\" or \"source\", not \"" + value + "\"");
                });
    }

    private void takeFlag(String value) {
        flag(
                switch (value) {
                    case "nopromisc" -> MacvlanFlags.NOPROMISC;
                    case "nodst" -> MacvlanFlags.NODST;
                    case "null" -> MacvlanFlags.of();
                    default ->
                        throw CommandException.failed("Error: argument of \"flag\" must be \"nopromisc\", "
                                + "\"nodst\" or \"null\", not \"" + value + "\"");
                });
    }

    private void flag(MacvlanFlags more) {
        flags = Optional.of(flags.orElse(MacvlanFlags.of()).with(more));
    }

    private void takeSources(Arguments words) {
        switch (words.next()) {
            case "add" -> {
                attributes.macaddrMode(MacvlanMacaddrMode.ADD);
                attributes.macaddr(address(words.next()));
            }
            case "del" -> {
                attributes.macaddrMode(MacvlanMacaddrMode.DEL);
                attributes.macaddr(address(words.next()));
            }
            case "flush" -> attributes.macaddrMode(MacvlanMacaddrMode.FLUSH);
            case "set" -> {
                attributes.macaddrMode(MacvlanMacaddrMode.SET);
                attributes.macaddrData(addresses(words));
            }
            default -> throw CommandException.failed(usage(kind));
        }
    }

    /** Of six bytes, or the command ends without a word. */
    private static HardwareAddress address(String value) {
        HardwareAddress address = LinkAddressText.parse(value);
        if (address.length() != ADDRESS_LENGTH) {
            throw CommandException.failed("");
        }
        return address;
    }

    /** Takes addresses up to the first word that is none. */
    private MacvlanMacaddrAttrs addresses(Arguments words) {
        MacvlanMacaddrAttrs.Builder list = MacvlanMacaddrAttrs.builder();
        while (words.hasNext()) {
            try {
                list.addMacaddr(address(words.peek()));
            } catch (CommandException e) {
                if (!e.text().isEmpty()) {
                    session.err().println(e.text());
                }
                break;
            }
            words.next();
        }
        return list.build();
    }

    private void takeQueueLength(String value) {
        attributes.bcQueueLen(IntegerText.u32(value)
                .orElseThrow(() -> CommandException.failed("Error: argument of \"bcqueuelen\" must be a positive "
                        + "integer [0-4294967295], not \"" + value + "\"")));
    }

    private void takeLimit(String value) {
        attributes.bcCutoff(IntegerText.integer(value)
                .orElseThrow(() -> CommandException.failed("Error: illegal value for \"bclim\": \"" + value + "\"")));
    }
}
