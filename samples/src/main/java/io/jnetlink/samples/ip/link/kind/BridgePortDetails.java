package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.LinkinfoBrportAttrs;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.link.LinkNames;
import io.jnetlink.samples.ip.print.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * The details of a bridge port in the order of iproute2.
 *
 * <p>Not thread-safe.
 */
final class BridgePortDetails {

    private static final List<String> STATES = List.of("disabled", "listening", "learning", "forwarding", "blocking");
    private static final Map<Integer, String> FORWARDED_GROUPS = Map.of(0, "stp", 2, "lacp", 14, "lldp");

    private final LinkinfoBrportAttrs port;
    private final boolean newer;
    private final LinkNames names;
    private final Report report;

    BridgePortDetails(LinkinfoBrportAttrs port, IprouteDialect dialect, LinkNames names, Report report) {
        this.port = port;
        this.newer = dialect.isAtLeast(IprouteDialect.V7_1);
        this.names = names;
        this.report = report;
    }

    void print() {
        if (port.hasState()) {
            printState((int) port.state().value());
        }
        number("priority", "priority", LinkinfoBrportAttrs::hasPriority, LinkinfoBrportAttrs::priority);
        number("cost", "cost", LinkinfoBrportAttrs::hasCost, p -> (int) p.cost());
        onOff("hairpin", LinkinfoBrportAttrs::hasMode, LinkinfoBrportAttrs::mode);
        onOff("guard", LinkinfoBrportAttrs::hasGuard, LinkinfoBrportAttrs::guard);
        onOff("root_block", LinkinfoBrportAttrs::hasProtect, LinkinfoBrportAttrs::protect);
        onOff("fastleave", LinkinfoBrportAttrs::hasFastLeave, LinkinfoBrportAttrs::fastLeave);
        onOff("learning", LinkinfoBrportAttrs::hasLearning, LinkinfoBrportAttrs::learning);
        onOff("flood", LinkinfoBrportAttrs::hasUnicastFlood, LinkinfoBrportAttrs::unicastFlood);
        printSpanningTree();
        onOff("proxy_arp", LinkinfoBrportAttrs::hasProxyarp, LinkinfoBrportAttrs::proxyarp);
        onOff("proxy_arp_wifi", LinkinfoBrportAttrs::hasProxyarpWifi, LinkinfoBrportAttrs::proxyarpWifi);
        printMulticast();
        printForwarding();
        printBackup();
    }

    private void printState(int state) {
        if (state < STATES.size()) {
            report.string("state", "state {} ", STATES.get(state));
        } else {
            report.number("state_index", "state ({}) ", state);
        }
    }

    private void printSpanningTree() {
        hexadecimal("id", "port_id", LinkinfoBrportAttrs::hasId, LinkinfoBrportAttrs::id);
        hexadecimal("no", "port_no", LinkinfoBrportAttrs::hasNo, LinkinfoBrportAttrs::no);
        number(
                "designated_port",
                "designated_port",
                LinkinfoBrportAttrs::hasDesignatedPort,
                LinkinfoBrportAttrs::designatedPort);
        number(
                "designated_cost",
                "designated_cost",
                LinkinfoBrportAttrs::hasDesignatedCost,
                LinkinfoBrportAttrs::designatedCost);
        if (port.hasBridgeId()) {
            report.string("bridge_id", "designated_bridge {} ", BridgeIdentifier.of(port.bridgeId()));
        }
        if (port.hasRootId()) {
            report.string("root_id", "designated_root {} ", BridgeIdentifier.of(port.rootId()));
        }
        timer("hold_timer", LinkinfoBrportAttrs::hasHoldTimer, LinkinfoBrportAttrs::holdTimer);
        timer("message_age_timer", LinkinfoBrportAttrs::hasMessageAgeTimer, LinkinfoBrportAttrs::messageAgeTimer);
        timer("forward_delay_timer", LinkinfoBrportAttrs::hasForwardDelayTimer, LinkinfoBrportAttrs::forwardDelayTimer);
        number(
                "topology_change_ack",
                "topology_change_ack",
                LinkinfoBrportAttrs::hasTopologyChangeAck,
                LinkinfoBrportAttrs::topologyChangeAck);
        number(
                "config_pending",
                "config_pending",
                LinkinfoBrportAttrs::hasConfigPending,
                LinkinfoBrportAttrs::configPending);
    }

    private void printMulticast() {
        number(
                "multicast_router",
                "mcast_router",
                LinkinfoBrportAttrs::hasMulticastRouter,
                p -> p.multicastRouter().value());
        if (port.hasFastLeave()) {
            // Under its other name; JSON has it already.
            report.text("mcast_fast_leave " + (port.fastLeave() != 0 ? "on" : "off") + " ");
        }
        onOff("mcast_flood", LinkinfoBrportAttrs::hasMcastFlood, LinkinfoBrportAttrs::mcastFlood);
        onOff("bcast_flood", LinkinfoBrportAttrs::hasBcastFlood, LinkinfoBrportAttrs::bcastFlood);
        onOff("mcast_to_unicast", LinkinfoBrportAttrs::hasMcastToUcast, LinkinfoBrportAttrs::mcastToUcast);
    }

    private void printForwarding() {
        onOff("neigh_suppress", LinkinfoBrportAttrs::hasNeighSuppress, LinkinfoBrportAttrs::neighSuppress);
        if (newer) {
            onOff(
                    "neigh_vlan_suppress",
                    LinkinfoBrportAttrs::hasNeighVlanSuppress,
                    LinkinfoBrportAttrs::neighVlanSuppress);
        }
        if (port.hasGroupFwdMask()) {
            int mask = port.groupFwdMask();
            report.hexadecimal("group_fwd_mask", "group_fwd_mask {} ", mask);
            report.string("group_fwd_mask_str", "group_fwd_mask_str {} ", groups(mask));
        }
        onOff("vlan_tunnel", LinkinfoBrportAttrs::hasVlanTunnel, LinkinfoBrportAttrs::vlanTunnel);
        onOff("isolated", LinkinfoBrportAttrs::hasIsolated, LinkinfoBrportAttrs::isolated);
        onOff("locked", LinkinfoBrportAttrs::hasLocked, LinkinfoBrportAttrs::locked);
        if (newer) {
            onOff("mab", LinkinfoBrportAttrs::hasMab, LinkinfoBrportAttrs::mab);
        }
    }

    private void printBackup() {
        if (port.hasBackupPort()) {
            report.string("backup_port", "backup_port {} ", names.name((int) port.backupPort()));
        }
        if (newer) {
            number("backup_nhid", "backup_nhid", LinkinfoBrportAttrs::hasBackupNhid, LinkinfoBrportAttrs::backupNhid);
        }
    }

    private static String groups(int mask) {
        List<String> groups = new ArrayList<>();
        for (int bit = 0; bit < Short.SIZE; bit++) {
            if ((mask >> bit & 1) != 0) {
                groups.add(FORWARDED_GROUPS.getOrDefault(bit, "0x" + Integer.toHexString(1 << bit)));
            }
        }
        return groups.isEmpty() ? "0x0" : String.join(",", groups);
    }

    private void number(
            String key,
            String word,
            Predicate<LinkinfoBrportAttrs> present,
            ToLongFunction<LinkinfoBrportAttrs> value) {
        if (present.test(port)) {
            report.number(key, word + " {} ", value.applyAsLong(port));
        }
    }

    private void hexadecimal(
            String key, String word, Predicate<LinkinfoBrportAttrs> present, ToIntFunction<LinkinfoBrportAttrs> value) {
        if (present.test(port)) {
            report.hexadecimal(key, word + " {} ", value.applyAsInt(port));
        }
    }

    private void onOff(String name, Predicate<LinkinfoBrportAttrs> present, ToIntFunction<LinkinfoBrportAttrs> value) {
        if (present.test(port)) {
            report.onOff(name, name + " {} ", value.applyAsInt(port) != 0);
        }
    }

    private void timer(String name, Predicate<LinkinfoBrportAttrs> present, ToLongFunction<LinkinfoBrportAttrs> value) {
        if (present.test(port)) {
            BridgeTimer.print(report, name, value.applyAsLong(port));
        }
    }
}
