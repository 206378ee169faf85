package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.BrBooloptId;
import io.jnetlink.route.link.BrBooloptMulti;
import io.jnetlink.route.link.LinkinfoBridgeAttrs;
import io.jnetlink.route.link.MdbRouterType;
import io.jnetlink.route.link.VlanProtocol;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.grammar.IntegerText;
import io.jnetlink.samples.ip.grammar.KeywordTable;
import io.jnetlink.samples.ip.grammar.LinkAddressText;
import io.jnetlink.wire.RawAttribute;
import java.util.Locale;

/**
 * The options behind {@code type bridge}. All but one take a number.
 *
 * <p>Not thread-safe; good for one bridge.
 */
final class BridgeOptions {

    private interface Option {
        void read(BridgeOptions bridge, Arguments words);
    }

    private interface IntSetter {
        LinkinfoBridgeAttrs.Builder set(LinkinfoBridgeAttrs.Builder attributes, int value);
    }

    private interface LongSetter {
        LinkinfoBridgeAttrs.Builder set(LinkinfoBridgeAttrs.Builder attributes, long value);
    }

    private static final String USAGE = """
            Usage: ... bridge [ OPTION NUMBER ]... [ group_address LLADDR ] [ vlan_protocol PROTOCOL ] [ fdb_flush ]

            OPTION
            	forward_delay hello_time max_age ageing_time stp_state priority
            	vlan_filtering vlan_default_pvid vlan_stats_enabled vlan_stats_per_port
            	group_fwd_mask no_linklocal_learn fdb_max_learned mst_enabled fdb_local_vlan_0
            	mcast_router mcast_snooping mcast_vlan_snooping mcast_query_use_ifaddr mcast_querier
            	mcast_hash_elasticity mcast_hash_max mcast_last_member_count mcast_startup_query_count
            	mcast_last_member_interval mcast_membership_interval mcast_querier_interval
            	mcast_query_interval mcast_query_response_interval mcast_startup_query_interval
            	mcast_stats_enabled mcast_igmp_version mcast_mld_version mdb_offload_fail_notification
            	nf_call_iptables nf_call_ip6tables nf_call_arptables\
            """;

    private static final int GROUP_ADDR = 20;
    private static final int VLAN_8021Q = 0x8100;
    private static final int VLAN_8021AD = 0x88a8;

    private static final KeywordTable<Option> OLD = table(false);
    private static final KeywordTable<Option> NEW = table(true);

    private final KeywordTable<Option> options;
    private final LinkinfoBridgeAttrs.Builder attributes = LinkinfoBridgeAttrs.builder();
    private long bits;
    private long bitMask;

    BridgeOptions(IprouteDialect dialect) {
        this.options = dialect.isAtLeast(IprouteDialect.V7_1) ? NEW : OLD;
    }

    static String usage() {
        return USAGE;
    }

    private static KeywordTable<Option> table(boolean newer) {
        KeywordTable.Builder<Option> table = KeywordTable.builder();
        u32(table, "forward_delay", LinkinfoBridgeAttrs.Builder::forwardDelay);
        u32(table, "hello_time", LinkinfoBridgeAttrs.Builder::helloTime);
        u32(table, "max_age", LinkinfoBridgeAttrs.Builder::maxAge);
        u32(table, "ageing_time", LinkinfoBridgeAttrs.Builder::ageingTime);
        u32(table, "stp_state", LinkinfoBridgeAttrs.Builder::stpState);
        u16(table, "priority", LinkinfoBridgeAttrs.Builder::priority);
        u8(table, "vlan_filtering", LinkinfoBridgeAttrs.Builder::vlanFiltering);
        table.add("vlan_protocol", (bridge, words) -> bridge.takeVlanProtocol(words.next()));
        u16(table, "group_fwd_mask", LinkinfoBridgeAttrs.Builder::groupFwdMask);
        table.add("group_address", (bridge, words) -> bridge.takeGroupAddress(words.next()));
        bit(table, "no_linklocal_learn", 0);
        if (newer) {
            bit(table, "mst_enabled", 2);
            table.addExact(
                    "fdb_max_learned", longOption("fdb_max_learned", LinkinfoBridgeAttrs.Builder::fdbMaxLearned));
        }
        table.add("fdb_flush", (bridge, words) -> bridge.attributes.fdbFlush(true));
        u16(table, "vlan_default_pvid", LinkinfoBridgeAttrs.Builder::vlanDefaultPvid);
        u8(table, "vlan_stats_enabled", LinkinfoBridgeAttrs.Builder::vlanStatsEnabled);
        u8(table, "vlan_stats_per_port", LinkinfoBridgeAttrs.Builder::vlanStatsPerPort);
        addMulticast(table);
        u8(table, "nf_call_iptables", LinkinfoBridgeAttrs.Builder::nfCallIptables);
        u8(table, "nf_call_ip6tables", LinkinfoBridgeAttrs.Builder::nfCallIp6tables);
        u8(table, "nf_call_arptables", LinkinfoBridgeAttrs.Builder::nfCallArptables);
        if (newer) {
            bit(table, "mdb_offload_fail_notification", 3);
            bit(table, "fdb_local_vlan_0", 4);
        }
        table.add("help", (bridge, words) -> {
            throw CommandException.failed(USAGE);
        });
        return table.build();
    }

    private static void addMulticast(KeywordTable.Builder<Option> table) {
        u8(table, "mcast_router", (b, v) -> b.mcastRouter(MdbRouterType.of(v)));
        u8(table, "mcast_snooping", LinkinfoBridgeAttrs.Builder::mcastSnooping);
        bit(table, "mcast_vlan_snooping", 1);
        u8(table, "mcast_query_use_ifaddr", LinkinfoBridgeAttrs.Builder::mcastQueryUseIfaddr);
        u8(table, "mcast_querier", LinkinfoBridgeAttrs.Builder::mcastQuerier);
        u32(table, "mcast_hash_elasticity", LinkinfoBridgeAttrs.Builder::mcastHashElasticity);
        u32(table, "mcast_hash_max", LinkinfoBridgeAttrs.Builder::mcastHashMax);
        u32(table, "mcast_last_member_count", LinkinfoBridgeAttrs.Builder::mcastLastMemberCnt);
        u32(table, "mcast_startup_query_count", LinkinfoBridgeAttrs.Builder::mcastStartupQueryCnt);
        u64(table, "mcast_last_member_interval", LinkinfoBridgeAttrs.Builder::mcastLastMemberIntvl);
        u64(table, "mcast_membership_interval", LinkinfoBridgeAttrs.Builder::mcastMembershipIntvl);
        u64(table, "mcast_querier_interval", LinkinfoBridgeAttrs.Builder::mcastQuerierIntvl);
        u64(table, "mcast_query_interval", LinkinfoBridgeAttrs.Builder::mcastQueryIntvl);
        u64(table, "mcast_query_response_interval", LinkinfoBridgeAttrs.Builder::mcastQueryResponseIntvl);
        u64(table, "mcast_startup_query_interval", LinkinfoBridgeAttrs.Builder::mcastStartupQueryIntvl);
        u8(table, "mcast_stats_enabled", LinkinfoBridgeAttrs.Builder::mcastStatsEnabled);
        u8(table, "mcast_igmp_version", LinkinfoBridgeAttrs.Builder::mcastIgmpVersion);
        u8(table, "mcast_mld_version", LinkinfoBridgeAttrs.Builder::mcastMldVersion);
    }

    private static void u8(KeywordTable.Builder<Option> table, String name, IntSetter setter) {
        table.add(name, (bridge, words) -> {
            String value = words.next();
            setter.set(bridge.attributes, IntegerText.u8(value).orElseThrow(() -> invalid(name, value)));
        });
    }

    private static void u16(KeywordTable.Builder<Option> table, String name, IntSetter setter) {
        table.add(name, (bridge, words) -> {
            String value = words.next();
            setter.set(bridge.attributes, IntegerText.u16(value).orElseThrow(() -> invalid(name, value)));
        });
    }

    private static void u32(KeywordTable.Builder<Option> table, String name, LongSetter setter) {
        table.add(name, longOption(name, setter));
    }

    private static Option longOption(String name, LongSetter setter) {
        return (bridge, words) -> {
            String value = words.next();
            setter.set(bridge.attributes, IntegerText.u32(value).orElseThrow(() -> invalid(name, value)));
        };
    }

    private static void u64(KeywordTable.Builder<Option> table, String name, LongSetter setter) {
        table.add(name, (bridge, words) -> {
            String value = words.next();
            setter.set(bridge.attributes, IntegerText.u64(value).orElseThrow(() -> invalid(name, value)));
        });
    }

    /** An option that shares one attribute with its like: a bit in it. */
    private static void bit(KeywordTable.Builder<Option> table, String name, int position) {
        table.addExact(name, (bridge, words) -> {
            String value = words.next();
            boolean on = IntegerText.u8(value).orElseThrow(() -> invalid(name, value)) != 0;
            long mask = 1L << position;
            bridge.bitMask |= mask;
            bridge.bits = on ? bridge.bits | mask : bridge.bits & ~mask;
        });
    }

    private static CommandException invalid(String name, String value) {
        return CommandException.wrong(value, "invalid " + name);
    }

    /** Reads all words. */
    LinkinfoBridgeAttrs read(Arguments words) {
        while (words.hasNext()) {
            String word = words.next();
            options.find(word)
                    .orElseThrow(() -> CommandException.failed("bridge: unknown command \"" + word + "\"?\n" + USAGE))
                    .read(this, words);
        }
        if (bitMask != 0) {
            attributes.multiBoolopt(new BrBooloptMulti(new BrBooloptId(bits), new BrBooloptId(bitMask)));
        }
        return attributes.build();
    }

    private void takeVlanProtocol(String value) {
        int protocol = switch (value.toLowerCase(Locale.ROOT)) {
            case "802.1q" -> VLAN_8021Q;
            case "802.1ad" -> VLAN_8021AD;
            default -> IntegerText.u16(value).orElseThrow(() -> invalid("vlan_protocol", value));
        };
        attributes.vlanProtocol(VlanProtocol.of(protocol));
    }

    /** Of any length: the kernel is the one to refuse it. */
    private void takeGroupAddress(String value) {
        attributes.raw(new RawAttribute(GROUP_ADDR, LinkAddressText.parse(value).toByteArray()));
    }
}
