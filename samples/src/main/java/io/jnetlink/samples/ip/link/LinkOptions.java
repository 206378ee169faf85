package io.jnetlink.samples.ip.link;

import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.grammar.IntegerText;
import io.jnetlink.samples.ip.grammar.InterfaceName;
import io.jnetlink.samples.ip.grammar.KeywordTable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options that links of every kind have: which link is meant, its flags, and where the options of its kind begin.
 * What merely becomes an attribute is in {@link LinkAttributeOptions}.
 *
 * <p>Not thread-safe; good for one link.
 */
public final class LinkOptions {

    private interface Option {
        void read(LinkOptions link, Arguments words);
    }

    private static final KeywordTable<Option> OPTIONS = table();

    private final JipSession session;
    private final LinkChange change;
    private final LinkRequest request;
    private final LinkAttributeOptions attributeOptions;
    private @Nullable String name;
    private @Nullable String device;
    /** The device is known by its {@code name} only. */
    private boolean namedOnly;

    private @Nullable String lower;
    private int index;

    LinkOptions(JipSession session, LinkChange change, int family) {
        this.session = session;
        this.change = change;
        this.request = new LinkRequest(family);
        this.attributeOptions = new LinkAttributeOptions(session, request.attributes());
    }

    private static KeywordTable<Option> table() {
        return KeywordTable.<Option>builder()
                .addExact("up", (link, words) -> link.request.flag(DeviceFlags.UP, true))
                .addExact("down", (link, words) -> link.request.flag(DeviceFlags.UP, false))
                .addExact("name", (link, words) -> link.takeName(words.next()))
                .addExact("index", (link, words) -> link.takeIndex(words.next()))
                .add("link", (link, words) -> link.lower = words.next())
                .build();
    }

    /** Flags that are switched by {@code on} and {@code off}; they may be cut short where {@code ip} allows it. */
    private enum Switch {
        MULTICAST("multicast", DeviceFlags.MULTICAST, true),
        ALLMULTICAST("allmulticast", DeviceFlags.ALL_MULTI, true),
        PROMISC("promisc", DeviceFlags.PROMISC, true),
        TRAILERS("trailers", DeviceFlags.NO_TRAILERS, false),
        ARP("arp", DeviceFlags.NO_ARP, false),
        DYNAMIC("dynamic", DeviceFlags.DYNAMIC, true);

        private final String word;
        private final DeviceFlags flag;
        private final boolean flagWhenOn;

        Switch(String word, DeviceFlags flag, boolean flagWhenOn) {
            this.word = word;
            this.flag = flag;
            this.flagWhenOn = flagWhenOn;
        }

        boolean accepts(String given) {
            return this == DYNAMIC ? Arguments.abbreviates(given, word) : word.equals(given);
        }

        void read(LinkRequest request, String value) {
            switch (value) {
                case "on" -> request.flag(flag, flagWhenOn);
                case "off" -> request.flag(flag, !flagWhenOn);
                default ->
                    throw CommandException.failed(
                            "Error: argument of \"" + word + "\" must be \"on\" or \"off\", not \"" + value + "\"");
            }
        }
    }

    /**
     * Reads the options of the other end of a pair.
     *
     * @throws CommandException if they are wrong; the kind cannot be one of them
     */
    public static LinkMessage readPeer(JipSession session, LinkChange change, Arguments words) {
        LinkRequest peer = new LinkOptions(session, change, 0).read(words);
        if (peer.kind().isPresent()) {
            throw CommandException.duplicate("type", peer.kind().get());
        }
        return peer.build();
    }

    /** Reads words up to their end, or to the kind behind {@code type}. */
    LinkRequest read(Arguments words) {
        while (words.hasNext() && request.kind().isEmpty()) {
            readOption(words.next(), words);
        }
        finish(words);
        return request;
    }

    private void readOption(String word, Arguments words) {
        Optional<Option> own = OPTIONS.find(word);
        if (own.isPresent()) {
            own.get().read(this, words);
            return;
        }
        if (attributeOptions.readBeforeSwitches(word, words)) {
            return;
        }
        for (Switch candidate : Switch.values()) {
            if (candidate.accepts(word)) {
                candidate.read(request, words.next());
                return;
            }
        }
        if (Arguments.abbreviates(word, "type")) {
            request.kind(Optional.of(words.next()));
        } else if (!attributeOptions.readBehindSwitches(word, words)) {
            takeDevice(word, words);
        }
    }

    private void takeName(String value) {
        if (name != null) {
            throw CommandException.duplicate("name", value);
        }
        if (!InterfaceName.isValid(value)) {
            throw CommandException.wrong(value, "\"name\" not a valid ifname");
        }
        name = value;
        if (device == null) {
            device = value;
            namedOnly = true;
        }
    }

    private void takeIndex(String value) {
        if (index != 0) {
            throw CommandException.duplicate("index", value);
        }
        index = IntegerText.leadingDecimal(value);
        if (index <= 0) {
            throw CommandException.wrong(value, "Invalid \"index\" value");
        }
    }

    private void takeDevice(String word, Arguments words) {
        if (Arguments.abbreviates(word, "help")) {
            throw CommandException.rejected(LinkHelpCommand.usage());
        }
        String value = word.equals("dev") ? words.next() : word;
        if (device != null && !namedOnly) {
            throw CommandException.duplicateOrGarbage("dev", value);
        }
        if (!InterfaceName.isValidAlternative(value)) {
            throw CommandException.wrong(value, "\"dev\" not a valid ifname");
        }
        device = value;
        namedOnly = false;
    }

    private void finish(Arguments words) {
        String wanted = name == null ? device : name;
        String target = device == null ? name : device;
        if (target != null && !change.creates()) {
            attributeOptions.checkAddressLength(target, request.build().header().ifiFamily());
        }
        if (index != 0 && !change.creates() && !attributeOptions.movesNamespace()) {
            throw CommandException.rejected(
                    "index can be used only when creating devices or when moving device to another netns.");
        }
        if (target == null && attributeOptions.hasGroup()) {
            finishGroup(words);
            return;
        }
        if (change.creates()) {
            finishNew(wanted, target);
        } else {
            finishExisting(wanted, target);
        }
    }

    /** All devices of a group are meant. */
    private void finishGroup(Arguments words) {
        if (words.hasNext()) {
            throw CommandException.rejected(
                    "Garbage instead of arguments \"" + words.peek() + " ...\". Try \"ip link help\".");
        }
        if (change.creates()) {
            throw CommandException.rejected("group cannot be used when creating devices.");
        }
        request.kind(Optional.empty());
    }

    private void finishNew(@Nullable String wanted, @Nullable String target) {
        if (wanted != null && !wanted.equals(target)) {
            throw CommandException.rejected("both \"name\" and \"dev\" cannot be used when creating devices.");
        }
        if (lower != null) {
            request.attributes().link(session.names().required(lower));
        }
        request.index(index);
        addName(wanted);
    }

    private void finishExisting(@Nullable String wanted, @Nullable String target) {
        if (target == null) {
            throw CommandException.rejected("Not enough information: \"dev\" argument is required.");
        }
        request.index(session.names().required(target));
        if (index != 0) {
            request.attributes().newIfindex(index);
        }
        if (wanted != null && !wanted.equals(target)) {
            addName(wanted);
        }
    }

    private void addName(@Nullable String value) {
        if (value != null) {
            request.attributes().raw(TextAttributes.terminated(TextAttributes.IFNAME, value));
        }
    }
}
