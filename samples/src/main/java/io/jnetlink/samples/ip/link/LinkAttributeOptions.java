package io.jnetlink.samples.ip.link;

import io.jnetlink.client.Request;
import io.jnetlink.route.link.AddrGenMode;
import io.jnetlink.route.link.Ifla6Attrs;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkMode;
import io.jnetlink.route.link.Operstate;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.grammar.IntegerText;
import io.jnetlink.samples.ip.grammar.KeywordTable;
import io.jnetlink.samples.ip.grammar.LinkAddressText;
import io.jnetlink.samples.ip.grammar.OnOff;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.wire.HardwareAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The options that become an attribute of the link, in the order in which they are written.
 *
 * <p>Not thread-safe; good for one link.
 */
final class LinkAttributeOptions {

    private interface Option {
        void read(LinkAttributeOptions link, Arguments words);
    }

    private interface IntegerSetter {
        void set(LinkAttrs.Builder attributes, long value);
    }

    private static final KeywordTable<Option> BEFORE_SWITCHES = beforeSwitches();
    private static final KeywordTable<Option> BEHIND_SWITCHES = behindSwitches();

    private static final int MAX_ALIAS = 256;
    private static final int MAX_SEGMENTS = 65535;
    private static final int DOWN_REASONS = 32;

    private final JipSession session;
    private final LinkAttrs.Builder attributes;
    private final Set<String> seen = new HashSet<>();
    private int addressLength;

    LinkAttributeOptions(JipSession session, LinkAttrs.Builder attributes) {
        this.session = session;
        this.attributes = attributes;
    }

    private static KeywordTable<Option> beforeSwitches() {
        Option address = (link, words) -> link.takeAddress(words.next());
        Option broadcast = (link, words) -> link.attributes.broadcast(LinkAddressText.parse(words.next()));
        Option queue = integer("txqueuelen", LinkAttrs.Builder::txqlen);
        return KeywordTable.<Option>builder()
                .add("address", address)
                .add("broadcast", broadcast)
                .addExact("brd", broadcast)
                .add("txqueuelen", queue)
                .addExact("qlen", queue)
                .add("txqlen", queue)
                .addExact("mtu", integer("mtu", LinkAttrs.Builder::mtu))
                .addExact("xdpgeneric", (link, words) -> XdpOption.read(link.attributes, words, XdpOption.GENERIC))
                .addExact("xdpdrv", (link, words) -> XdpOption.read(link.attributes, words, XdpOption.DRIVER))
                .addExact("xdpoffload", (link, words) -> XdpOption.read(link.attributes, words, XdpOption.OFFLOAD))
                .addExact("xdp", (link, words) -> XdpOption.read(link.attributes, words, XdpOption.ANY))
                .addExact("netns", (link, words) -> link.takeNamespace(words.next()))
                .build();
    }

    private static KeywordTable<Option> behindSwitches() {
        return KeywordTable.<Option>builder()
                .addExact("carrier", (link, words) -> link.attributes.carrier(onOff("carrier", words.next())))
                .addExact("vf", (link, words) -> {
                    throw CommandException.rejected("Virtual functions cannot be set up here: use ip for \"vf\".");
                })
                .add("master", (link, words) -> link.takeMaster(words.next()))
                .addExact("vrf", (link, words) -> link.takeVrf(words.next()))
                .add("nomaster", (link, words) -> link.attributes.master(0))
                .add("alias", (link, words) -> link.takeAlias(words.next()))
                .addExact("group", (link, words) -> link.takeGroup(words.next()))
                .addExact("mode", (link, words) -> link.takeMode(words.next()))
                .addExact("state", (link, words) -> link.takeState(words.next()))
                .add("numtxqueues", integer("numtxqueues", LinkAttrs.Builder::numTxQueues))
                .add("numrxqueues", integer("numrxqueues", LinkAttrs.Builder::numRxQueues))
                .add("addrgenmode", (link, words) -> link.takeAddressGeneration(words.next()))
                .add("link-netnsid", (link, words) -> link.takeLinkNamespaceId(words.next()))
                .addExact("protodown", (link, words) -> link.attributes.protoDown(onOff("protodown", words.next())))
                .addExact("protodown_reason", (link, words) -> link.takeDownReason(words.next(), words.next()))
                .addExact("gso_max_size", unsigned("gso_max_size", 0xffff_ffffL, LinkAttrs.Builder::gsoMaxSize))
                .addExact("gso_max_segs", unsigned("gso_max_segs", MAX_SEGMENTS, LinkAttrs.Builder::gsoMaxSegs))
                .addExact("gro_max_size", unsigned("gro_max_size", 0xffff_ffffL, LinkAttrs.Builder::groMaxSize))
                .addExact(
                        "gso_ipv4_max_size",
                        unsigned("gso_ipv4_max_size", 0xffff_ffffL, LinkAttrs.Builder::gsoIpv4MaxSize))
                .addExact(
                        "gro_ipv4_max_size",
                        unsigned("gro_ipv4_max_size", 0xffff_ffffL, LinkAttrs.Builder::groIpv4MaxSize))
                .addExact("parentdev", (link, words) -> link.attributes.parentDevName(words.next()))
                .build();
    }

    private static Option integer(String name, IntegerSetter setter) {
        return (link, words) -> {
            String value = words.next();
            if (!link.seen.add(name)) {
                throw CommandException.duplicate(name, value);
            }
            OptionalInt number = IntegerText.integer(value);
            if (number.isEmpty()) {
                throw invalid(value, name);
            }
            setter.set(link.attributes, Integer.toUnsignedLong(number.getAsInt()));
        };
    }

    private static Option unsigned(String name, long max, IntegerSetter setter) {
        return (link, words) -> {
            String value = words.next();
            OptionalLong number = IntegerText.unsigned(value, max);
            if (number.isEmpty()) {
                throw invalid(value, name);
            }
            setter.set(link.attributes, number.getAsLong());
        };
    }

    private static CommandException invalid(String value, String name) {
        return CommandException.wrong(value, "Invalid \"" + name + "\" value\n");
    }

    private static int onOff(String option, String value) {
        return OnOff.parse(option, value, OnOff.INVALID_ARGUMENT) ? 1 : 0;
    }

    /** Reads an option of those that are tried before the flags; false if the word is none. */
    boolean readBeforeSwitches(String word, Arguments words) {
        return read(BEFORE_SWITCHES, word, words);
    }

    /** Reads an option of those that are tried behind the flags; false if the word is none. */
    boolean readBehindSwitches(String word, Arguments words) {
        return read(BEHIND_SWITCHES, word, words);
    }

    private boolean read(KeywordTable<Option> table, String word, Arguments words) {
        Optional<Option> option = table.find(word);
        option.ifPresent(o -> o.read(this, words));
        return option.isPresent();
    }

    /** Whether the device goes to another namespace. */
    boolean movesNamespace() {
        return seen.contains("netns");
    }

    /** Whether a group was given. */
    boolean hasGroup() {
        return seen.contains("group");
    }

    /** Refuses an address that is longer or shorter than the one the device has. */
    void checkAddressLength(String device, int family) {
        int index = addressLength == 0 ? 0 : session.names().index(device);
        if (index == 0) {
            return;
        }
        LinkMessage question = LinkMessage.builder()
                .header(h -> h.ifiFamily(family).ifiIndex(index))
                .attributes(LinkAttrs.builder().build())
                .build();
        Optional<HardwareAddress> present = session.client()
                .get(Request.of(RtLink.GETLINK, question))
                .map(LinkMessage::attributes)
                .filter(LinkAttrs::hasAddress)
                .map(LinkAttrs::address);
        if (present.isPresent() && present.get().length() != addressLength) {
            throw CommandException.failed("Invalid address length " + addressLength + " - must be "
                    + present.get().length() + " bytes");
        }
    }

    private void takeAddress(String value) {
        HardwareAddress address = LinkAddressText.parse(value);
        addressLength = address.length();
        attributes.address(address);
    }

    private void takeNamespace(String value) {
        if (!seen.add("netns")) {
            throw CommandException.duplicate("netns", value);
        }
        OptionalInt descriptor = descriptor(value);
        OptionalInt process = descriptor.isPresent() ? OptionalInt.empty() : IntegerText.integer(value);
        if (process.isPresent() && session.dialect().isAtLeast(IprouteDialect.V7_1)) {
            descriptor = descriptor("/proc/" + process.getAsInt() + "/ns/net");
            process = OptionalInt.empty();
        }
        if (descriptor.isPresent()) {
            attributes.netNsFd(descriptor.getAsInt());
        } else if (process.isPresent()) {
            attributes.netNsPid(Integer.toUnsignedLong(process.getAsInt()));
        } else {
            throw invalid(value, "netns");
        }
    }

    private OptionalInt descriptor(String nameOrPath) {
        if (nameOrPath.isEmpty() || nameOrPath.equals(".") || nameOrPath.equals("..")) {
            return OptionalInt.empty();
        }
        try {
            NetworkNamespace namespace = session.openNamespace(nameOrPath);
            return OptionalInt.of(
                    Integer.parseInt(namespace.path().getFileName().toString()));
        } catch (SyscallException e) {
            return OptionalInt.empty();
        }
    }

    private void takeMaster(String value) {
        int index = session.names().index(value);
        if (index == 0) {
            throw CommandException.wrong(value, "Device does not exist\n");
        }
        attributes.master(index);
    }

    private void takeVrf(String value) {
        attributes.master(session.names().requiredVrf(value));
    }

    private void takeAlias(String value) {
        if (value.getBytes(StandardCharsets.UTF_8).length >= MAX_ALIAS) {
            throw CommandException.wrong(value, "alias too long\n");
        }
        attributes.ifalias(value);
    }

    private void takeGroup(String value) {
        if (!seen.add("group")) {
            throw CommandException.duplicate("group", value);
        }
        OptionalInt group = session.groups().group(value);
        if (group.isEmpty()) {
            throw invalid(value, "group");
        }
        attributes.group(group.getAsInt());
    }

    private void takeMode(String value) {
        attributes.linkmode(
                switch (value.toLowerCase(Locale.ROOT)) {
                    case "default" -> LinkMode.DEFAULT;
                    case "dormant" -> LinkMode.DORMANT;
                    default -> throw CommandException.wrong(value, "Invalid link mode\n");
                });
    }

    private void takeState(String value) {
        int state = OperationalStates.numberOf(value);
        if (state < 0) {
            throw CommandException.wrong(value, "Invalid operstate\n");
        }
        attributes.operstate(Operstate.of(state));
    }

    private void takeAddressGeneration(String value) {
        AddrGenMode mode = switch (value.toLowerCase(Locale.ROOT)) {
            case "eui64" -> AddrGenMode.EUI64;
            case "none" -> AddrGenMode.NONE;
            case "stable_secret" -> AddrGenMode.STABLE_PRIVACY;
            case "random" -> AddrGenMode.RANDOM;
            default -> throw CommandException.wrong(value, "Invalid address generation mode\n");
        };
        Ifla6Attrs inet6 = Ifla6Attrs.builder().addrGenMode(mode).build();
        attributes.afSpec(families -> families.inet6(inet6));
    }

    private void takeLinkNamespaceId(String value) {
        if (!seen.add("link-netnsid")) {
            throw CommandException.duplicate("link-netns/link-netnsid", value);
        }
        OptionalInt id = IntegerText.integer(value);
        if (id.isEmpty()) {
            throw invalid(value, "link-netnsid");
        }
        attributes.linkNetnsid(id.getAsInt());
    }

    private void takeDownReason(String reason, String value) {
        OptionalInt bit = session.downReasons().group(reason);
        if (bit.isEmpty() || bit.getAsInt() >= DOWN_REASONS) {
            throw CommandException.wrong(reason, "invalid protodown reason\n");
        }
        boolean on = Arguments.abbreviates(value, "on");
        if (!on && !Arguments.abbreviates(value, "off")) {
            throw CommandException.failed(
                    "Error: argument of \"protodown_reason\" must be \"on\" or \"off\", not \"" + value + "\"");
        }
        long mask = 1L << bit.getAsInt();
        attributes.protoDownReason(r -> r.mask(mask).value(on ? mask : 0));
    }
}
