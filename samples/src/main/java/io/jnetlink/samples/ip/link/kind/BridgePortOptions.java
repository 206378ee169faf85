package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.BrState;
import io.jnetlink.route.link.LinkinfoBrportAttrs;
import io.jnetlink.route.link.MdbRouterType;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.grammar.IntegerText;
import io.jnetlink.samples.ip.grammar.KeywordTable;
import io.jnetlink.samples.ip.grammar.OnOff;

/**
 * The options behind {@code type bridge_slave}. Most are switched by {@code on} and {@code off}.
 *
 * <p>Not thread-safe; good for one port.
 */
final class BridgePortOptions {

    static final String USAGE = """
            Usage: ... bridge_slave [ SWITCH { on | off } ]... [ OPTION NUMBER ]...
            	[ backup_port DEVICE | nobackup_port ] [ fdb_flush ]

            SWITCH
            	hairpin guard root_block fastleave learning flood mcast_flood bcast_flood mcast_to_unicast
            	proxy_arp proxy_arp_wifi mcast_fast_leave neigh_suppress neigh_vlan_suppress
            	vlan_tunnel isolated locked mab
            OPTION
            	state priority cost mcast_router group_fwd_mask backup_nhid\
            """;

    private interface Option {
        void read(BridgePortOptions port, Arguments words);
    }

    private interface Switch {
        LinkinfoBrportAttrs.Builder set(LinkinfoBrportAttrs.Builder attributes, int value);
    }

    private static final KeywordTable<Option> OLD = table(false);
    private static final KeywordTable<Option> NEW = table(true);

    private final JipSession session;
    private final LinkinfoBrportAttrs.Builder attributes = LinkinfoBrportAttrs.builder();

    BridgePortOptions(JipSession session) {
        this.session = session;
    }

    private static KeywordTable<Option> table(boolean newer) {
        KeywordTable.Builder<Option> table = KeywordTable.builder();
        table.add("fdb_flush", (port, words) -> port.attributes.flush(true));
        table.add("state", (port, words) -> port.attributes.state(BrState.of(u8(words.next(), "state is invalid"))));
        table.add("priority", (port, words) -> port.attributes.priority(u16(words.next(), "priority is invalid")));
        table.add("cost", (port, words) -> port.attributes.cost(u32(words.next(), "cost is invalid")));
        addSwitches(table);
        table.add(
                "mcast_router",
                (port, words) ->
                        port.attributes.multicastRouter(MdbRouterType.of(u8(words.next(), "invalid mcast_router"))));
        onOff(table, "mcast_fast_leave", LinkinfoBrportAttrs.Builder::fastLeave);
        onOff(table, "neigh_suppress", LinkinfoBrportAttrs.Builder::neighSuppress);
        if (newer) {
            table.addExact(
                    "neigh_vlan_suppress",
                    onOff("neigh_vlan_suppress", LinkinfoBrportAttrs.Builder::neighVlanSuppress));
        }
        table.add(
                "group_fwd_mask",
                (port, words) -> port.attributes.groupFwdMask(u16(words.next(), "invalid group_fwd_mask")));
        onOff(table, "vlan_tunnel", LinkinfoBrportAttrs.Builder::vlanTunnel);
        onOff(table, "isolated", LinkinfoBrportAttrs.Builder::isolated);
        onOff(table, "locked", LinkinfoBrportAttrs.Builder::locked);
        if (newer) {
            table.addExact("mab", onOff("mab", LinkinfoBrportAttrs.Builder::mab));
        }
        table.add("backup_port", (port, words) -> port.takeBackup(words.next()));
        table.add("nobackup_port", (port, words) -> port.attributes.backupPort(0));
        if (newer) {
            table.addExact(
                    "backup_nhid",
                    (port, words) -> port.attributes.backupNhid(u32(words.next(), "backup_nhid is invalid")));
        }
        table.add("help", (port, words) -> {
            throw CommandException.failed(USAGE);
        });
        return table.build();
    }

    private static void addSwitches(KeywordTable.Builder<Option> table) {
        onOff(table, "hairpin", LinkinfoBrportAttrs.Builder::mode);
        onOff(table, "guard", LinkinfoBrportAttrs.Builder::guard);
        onOff(table, "root_block", LinkinfoBrportAttrs.Builder::protect);
        onOff(table, "fastleave", LinkinfoBrportAttrs.Builder::fastLeave);
        onOff(table, "learning", LinkinfoBrportAttrs.Builder::learning);
        onOff(table, "flood", LinkinfoBrportAttrs.Builder::unicastFlood);
        onOff(table, "mcast_flood", LinkinfoBrportAttrs.Builder::mcastFlood);
        onOff(table, "bcast_flood", LinkinfoBrportAttrs.Builder::bcastFlood);
        onOff(table, "mcast_to_unicast", LinkinfoBrportAttrs.Builder::mcastToUcast);
        onOff(table, "proxy_arp", LinkinfoBrportAttrs.Builder::proxyarp);
        onOff(table, "proxy_arp_wifi", LinkinfoBrportAttrs.Builder::proxyarpWifi);
    }

    private static void onOff(KeywordTable.Builder<Option> table, String name, Switch setter) {
        table.add(name, onOff(name, setter));
    }

    private static Option onOff(String name, Switch setter) {
        return (port, words) -> setter.set(port.attributes, OnOff.parse(name, words.next(), OnOff.FAILED) ? 1 : 0);
    }

    private static int u8(String value, String complaint) {
        return IntegerText.u8(value).orElseThrow(() -> CommandException.wrong(value, complaint));
    }

    private static int u16(String value, String complaint) {
        return IntegerText.u16(value).orElseThrow(() -> CommandException.wrong(value, complaint));
    }

    private static long u32(String value, String complaint) {
        return IntegerText.u32(value).orElseThrow(() -> CommandException.wrong(value, complaint));
    }

    /** Reads all words. */
    LinkinfoBrportAttrs read(Arguments words) {
        KeywordTable<Option> options = session.dialect().isAtLeast(IprouteDialect.V7_1) ? NEW : OLD;
        while (words.hasNext()) {
            String word = words.next();
            options.find(word)
                    .orElseThrow(
                            () -> CommandException.failed("bridge_slave: unknown option \"" + word + "\"?\n" + USAGE))
                    .read(this, words);
        }
        return attributes.build();
    }

    private void takeBackup(String value) {
        int index = session.names().index(value);
        if (index == 0) {
            throw CommandException.wrong(value, "Device does not exist\n");
        }
        attributes.backupPort(index);
    }
}
