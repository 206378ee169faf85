package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.LinkinfoVxlanAttrs;
import io.jnetlink.route.link.VxlanDf;
import io.jnetlink.route.link.VxlanLabelPolicy;
import io.jnetlink.route.link.VxlanPortRange;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.AddressArgument;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.grammar.IntegerText;
import io.jnetlink.samples.ip.grammar.KeywordTable;
import io.jnetlink.samples.ip.link.LinkChange;
import io.jnetlink.wire.RawAttribute;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The options behind {@code type vxlan}.
 *
 * <p>Not thread-safe; good for one device. Attributes are written in the order of the words, but those that depend on
 * several words come last: identifier, addresses, learning, port.
 */
final class VxlanOptions {

    static final String USAGE = """
            Usage: ... vxlan id VNI | external
            	[ { group | remote } ADDRESS ] [ local ADDRESS ] [ dev DEVICE ]
            	[ dstport PORT ] [ srcport MIN MAX ]
            	[ ttl TTL ] [ tos TOS ] [ df DF ] [ flowlabel LABEL ] [ label_policy POLICY ]
            	[ ageing SECONDS ] [ maxaddress NUMBER ] [ reserved_bits BITS ]
            	[ [no]learning ] [ [no]proxy ] [ [no]rsc ] [ [no]l2miss ] [ [no]l3miss ]
            	[ [no]udpcsum ] [ [no]udp6zerocsumtx ] [ [no]udp6zerocsumrx ]
            	[ [no]remcsumtx ] [ [no]remcsumrx ] [ remcsum_nopartial ]
            	[ [no]localbypass ] [ [no]external ] [ [no]vnifilter ] [ [no]mcroute ]
            	[ gbp ] [ gpe ]

            VNI	0 to 16777215
            TTL	1 to 255, "auto" or "inherit"
            TOS	a hexadecimal number, a name or "inherit"
            DF	"unset", "set" or "inherit"
            LABEL	0 to 1048575
            POLICY	"fixed" or "inherit"\
            """;

    private static final String NO_PORT = """
            vxlan: destination port not specified
            Will use Linux kernel default (non-standard value)
            Use 'dstport 4789' to get the IANA assigned value
            Use 'dstport 0' to get default and quiet this message""";

    private static final KeywordTable<Option> OLD = table(false);
    private static final KeywordTable<Option> NEW = table(true);

    private static final long MAX_VNI = (1 << 24) - 1;
    private static final long MAX_LABEL = (1 << 20) - 1;
    private static final long MAX_U32 = 0xffff_ffffL;
    private static final int MAX_TTL = 255;
    private static final int TOS_INHERIT = 1;
    private static final int GPE_PORT = 4790;

    private static final int GROUP = 2;
    private static final int LOCAL = 4;
    private static final int GROUP6 = 16;
    private static final int LOCAL6 = 17;

    private interface Option {
        void read(VxlanOptions vxlan, String word, Arguments words);
    }

    private interface Toggle {
        LinkinfoVxlanAttrs.Builder set(LinkinfoVxlanAttrs.Builder attributes, int value);
    }

    private final JipSession session;
    private final LinkChange change;
    private final LinkinfoVxlanAttrs.Builder attributes = LinkinfoVxlanAttrs.builder();
    private final Set<String> seen = new HashSet<>();
    private AddressArgument local = AddressArgument.none();
    private AddressArgument remote = AddressArgument.none();
    private long vni;
    private int port;
    private boolean learning = true;
    private boolean external;
    private boolean vniFilter;

    VxlanOptions(JipSession session, LinkChange change) {
        this.session = session;
        this.change = change;
    }

    private static KeywordTable<Option> table(boolean newer) {
        KeywordTable.Builder<Option> table = KeywordTable.builder();
        Option id = (vxlan, word, words) -> vxlan.takeId(words.next());
        Option ttl = (vxlan, word, words) -> vxlan.takeTtl(words.next());
        Option tos = (vxlan, word, words) -> vxlan.takeTos(words.next());
        Option label = (vxlan, word, words) -> vxlan.takeLabel(words.next());
        Option range = (vxlan, word, words) -> vxlan.takePortRange(words.next(), words);
        table.add("id", id).add("vni", id);
        table.add("group", (vxlan, word, words) -> vxlan.takeGroup(words));
        table.add("remote", (vxlan, word, words) -> vxlan.takeRemote(words));
        table.add("local", (vxlan, word, words) -> vxlan.takeLocal(words.next()));
        table.add("dev", (vxlan, word, words) -> vxlan.takeDevice(words.next()));
        table.add("ttl", ttl).add("hoplimit", ttl).add("tos", tos).add("dsfield", tos);
        table.add("df", (vxlan, word, words) -> vxlan.takeDf(words.next()));
        table.add("label", label).add("flowlabel", label);
        table.add("ageing", (vxlan, word, words) -> vxlan.takeAgeing(words.next()));
        table.add("maxaddress", (vxlan, word, words) -> vxlan.takeLimit(words.next()));
        table.add("port", range).add("srcport", range);
        table.add("dstport", (vxlan, word, words) -> vxlan.takePort(words.next()));
        table.add("nolearning", (vxlan, word, words) -> vxlan.takeLearning(word, false));
        table.add("learning", (vxlan, word, words) -> vxlan.takeLearning(word, true));
        toggle(table, "proxy", LinkinfoVxlanAttrs.Builder::proxy);
        toggle(table, "rsc", LinkinfoVxlanAttrs.Builder::rsc);
        toggle(table, "l2miss", LinkinfoVxlanAttrs.Builder::l2miss);
        toggle(table, "l3miss", LinkinfoVxlanAttrs.Builder::l3miss);
        toggle(table, "udpcsum", LinkinfoVxlanAttrs.Builder::udpCsum);
        toggle(table, "udp6zerocsumtx", LinkinfoVxlanAttrs.Builder::udpZeroCsum6Tx);
        toggle(table, "udp6zerocsumrx", LinkinfoVxlanAttrs.Builder::udpZeroCsum6Rx);
        toggle(table, "remcsumtx", LinkinfoVxlanAttrs.Builder::remcsumTx);
        toggle(table, "remcsumrx", LinkinfoVxlanAttrs.Builder::remcsumRx);
        table.add("external", (vxlan, word, words) -> vxlan.takeExternal(word, true));
        table.add("noexternal", (vxlan, word, words) -> vxlan.takeExternal(word, false));
        table.add("gbp", (vxlan, word, words) -> vxlan.once("gbp", word).gbp(true));
        table.add("gpe", (vxlan, word, words) -> vxlan.once("gpe", word).gpe(true));
        table.addExact("vnifilter", (vxlan, word, words) -> vxlan.takeVniFilter(word, true));
        table.addExact("novnifilter", (vxlan, word, words) -> vxlan.takeVniFilter(word, false));
        if (newer) {
            addNewer(table);
        }
        table.add("help", (vxlan, word, words) -> {
            throw CommandException.failed(USAGE);
        });
        return table.build();
    }

    private static void addNewer(KeywordTable.Builder<Option> table) {
        exactToggle(table, "localbypass", LinkinfoVxlanAttrs.Builder::localbypass);
        exactToggle(table, "mcroute", LinkinfoVxlanAttrs.Builder::mcRoute);
        table.addExact("reserved_bits", (vxlan, word, words) -> vxlan.takeReservedBits(words.next()));
        // Words of our own: no iproute2 has any for these two attributes.
        table.addExact(
                "remcsum_nopartial",
                (vxlan, word, words) -> vxlan.once("remcsum_nopartial", word).remcsumNopartial(true));
        table.addExact("label_policy", (vxlan, word, words) -> vxlan.takeLabelPolicy(words.next()));
    }

    private static void toggle(KeywordTable.Builder<Option> table, String name, Toggle toggle) {
        table.add("no" + name, (vxlan, word, words) -> toggle.set(vxlan.once(name, word), 0));
        table.add(name, (vxlan, word, words) -> toggle.set(vxlan.once(name, word), 1));
    }

    private static void exactToggle(KeywordTable.Builder<Option> table, String name, Toggle toggle) {
        table.addExact("no" + name, (vxlan, word, words) -> toggle.set(vxlan.once(name, word), 0));
        table.addExact(name, (vxlan, word, words) -> toggle.set(vxlan.once(name, word), 1));
    }

    /** Reads all words. */
    LinkinfoVxlanAttrs read(Arguments words) {
        KeywordTable<Option> options = session.dialect().isAtLeast(IprouteDialect.V7_1) ? NEW : OLD;
        while (words.hasNext()) {
            String word = words.next();
            options.find(word)
                    .orElseThrow(() -> CommandException.failed("vxlan: unknown command \"" + word + "\"?\n" + USAGE))
                    .read(this, word, words);
        }
        check();
        finish();
        return attributes.build();
    }

    private void check() {
        if (!external && vniFilter) {
            throw CommandException.failed("vxlan: vnifilter is valid only when 'external' is set");
        }
        if (external && seen.contains("id")) {
            throw CommandException.failed("vxlan: both 'external' and vni cannot be specified");
        }
        if (!external && !vniFilter && !seen.contains("id") && !change.isChange()) {
            throw CommandException.failed("vxlan: missing virtual network identifier");
        }
        if (remote.isMulticast() && !seen.contains("dev")) {
            throw CommandException.failed("vxlan: 'group' requires 'dev' to be specified");
        }
        if (!seen.contains("dstport") && seen.contains("gpe")) {
            port = GPE_PORT;
        } else if (!seen.contains("dstport") && !change.isChange()) {
            session.err().println(NO_PORT);
        }
    }

    private void finish() {
        if (seen.contains("id")) {
            attributes.id(vni);
        }
        addAddress(local, LOCAL, LOCAL6);
        addAddress(remote, GROUP, GROUP6);
        int family = session.options().family();
        boolean known = family == AddressArgument.INET || family == AddressArgument.INET6;
        if (!local.isInet() && !remote.isInet() && known) {
            addAddress(AddressArgument.zero(family), GROUP, GROUP6);
        }
        if (!change.isChange() || seen.contains("learning")) {
            attributes.learning(learning ? 1 : 0);
        }
        if (port != 0) {
            attributes.port(port);
        }
    }

    /** Written as it is, for "any" is an address without bytes. */
    private void addAddress(AddressArgument address, int number, int number6) {
        if (address.isInet()) {
            int attribute = address.family() == AddressArgument.INET ? number : number6;
            attributes.raw(new RawAttribute(attribute, address.toByteArray()));
        }
    }

    /** Refuses an option that stands twice; {@code word} is its value, or itself if it has none. */
    private LinkinfoVxlanAttrs.Builder once(String option, String word) {
        return once(option, word, word);
    }

    private LinkinfoVxlanAttrs.Builder once(String option, String shown, String word) {
        if (!seen.add(option)) {
            throw CommandException.duplicateOrGarbage(shown, word);
        }
        return attributes;
    }

    private void takeId(String value) {
        once("id", "id", value);
        vni = number(value, MAX_VNI, "invalid id");
    }

    private void takeGroup(Arguments words) {
        if (remote.isUnicast()) {
            throw bothEnds();
        }
        String value = words.next();
        once("group", "group", value);
        remote = AddressArgument.parse(value, local.family());
        if (!remote.isMulticast()) {
            throw CommandException.wrong(value, "invalid group address");
        }
    }

    private void takeRemote(Arguments words) {
        if (remote.isMulticast()) {
            throw bothEnds();
        }
        String value = words.next();
        once("group", "remote", value);
        remote = AddressArgument.parse(value, local.family());
        if (!remote.isUnicast()) {
            throw CommandException.wrong(value, "invalid remote address");
        }
    }

    private static CommandException bothEnds() {
        return CommandException.failed("vxlan: both group and remote cannot be specified");
    }

    private void takeLocal(String value) {
        once("local", "local", value);
        local = AddressArgument.parse(value, remote.family());
        if (!local.isUnicast()) {
            throw CommandException.wrong(value, "invalid local address");
        }
    }

    private void takeDevice(String value) {
        once("dev", "dev", value);
        int index = session.names().index(value);
        if (index == 0) {
            throw CommandException.rejected(CommandException.noDevice(value).text());
        }
        attributes.link(index);
    }

    private void takeTtl(String value) {
        once("ttl", "ttl", value);
        switch (value) {
            case "inherit" -> attributes.ttlInherit(true);
            case "auto" -> attributes.ttl(0);
            default -> {
                long ttl = number(value, MAX_U32, "invalid TTL");
                if (ttl > MAX_TTL) {
                    throw CommandException.wrong(value, "TTL must be <= 255");
                }
                attributes.ttl((int) ttl);
            }
        }
    }

    private void takeTos(String value) {
        once("tos", "tos", value);
        OptionalInt tos = value.equals("inherit")
                ? OptionalInt.of(TOS_INHERIT)
                : session.typesOfService().typeOfService(value);
        attributes.tos(tos.orElseThrow(() -> CommandException.wrong(value, "bad TOS value")));
    }

    private void takeDf(String value) {
        once("df", "df", value);
        attributes.df(
                switch (value) {
                    case "unset" -> VxlanDf.UNSET;
                    case "set" -> VxlanDf.SET;
                    case "inherit" -> VxlanDf.INHERIT;
                    default -> throw CommandException.wrong(value, "DF must be 'unset', 'set' or 'inherit'");
                });
    }

    private void takeLabel(String value) {
        once("flowlabel", "flowlabel", value);
        attributes.label(number(value, MAX_LABEL, "invalid flowlabel"));
    }

    private void takeAgeing(String value) {
        once("ageing", "ageing", value);
        attributes.ageing(value.equals("none") ? 0 : number(value, MAX_U32, "ageing timer"));
    }

    private void takeLimit(String value) {
        once("maxaddress", "maxaddress", value);
        attributes.limit(value.equals("unlimited") ? 0 : number(value, MAX_U32, "max addresses"));
    }

    private void takePortRange(String first, Arguments words) {
        once("srcport", "srcport", first);
        int low = portNumber(first, "min port");
        int high = portNumber(words.next(), "max port");
        if (low != 0 || high != 0) {
            attributes.portRange(new VxlanPortRange(low, high));
        }
    }

    private void takePort(String value) {
        once("dstport", "dstport", value);
        port = portNumber(value, "dst port");
    }

    private void takeLearning(String word, boolean on) {
        once("learning", word);
        learning = on;
    }

    private void takeExternal(String word, boolean on) {
        once("external", word).collectMetadata(on ? 1 : 0);
        external = on;
        if (on) {
            learning = false;
        }
    }

    private void takeVniFilter(String word, boolean on) {
        once("vnifilter", word).vnifilter(on ? 1 : 0);
        vniFilter = vniFilter || on;
    }

    private void takeReservedBits(String value) {
        once("reserved_bits", value);
        OptionalLong bits = IntegerText.u64(value);
        attributes.reservedBits(bits.orElseThrow(() -> CommandException.wrong(value, "reserved_bits")));
    }

    private void takeLabelPolicy(String value) {
        once("label_policy", "label_policy", value);
        attributes.labelPolicy(
                switch (value) {
                    case "fixed" -> VxlanLabelPolicy.FIXED;
                    case "inherit" -> VxlanLabelPolicy.INHERIT;
                    default -> throw CommandException.wrong(value, "policy must be 'fixed' or 'inherit'");
                });
    }

    private static long number(String value, long max, String complaint) {
        return IntegerText.unsigned(value, max).orElseThrow(() -> CommandException.wrong(value, complaint));
    }

    private static int portNumber(String value, String complaint) {
        return IntegerText.u16(value).orElseThrow(() -> CommandException.wrong(value, complaint));
    }
}
