package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.IflaBridgeId;
import io.jnetlink.route.link.LinkinfoBridgeAttrs;
import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.samples.ip.print.Report;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The details of a bridge in the order of iproute2.
 *
 * <p>Not thread-safe.
 */
final class BridgeDetails {

    /** An option that is one bit of a shared attribute. */
    private record BitOption(String key, int position, boolean newer) {}

    private static final List<BitOption> BITS = List.of(
            new BitOption("no_linklocal_learn", 0, false),
            new BitOption("mcast_vlan_snooping", 1, false),
            new BitOption("mst_enabled", 2, true),
            new BitOption("mdb_offload_fail_notification", 3, true),
            new BitOption("fdb_local_vlan_0", 4, true));

    private final LinkinfoBridgeAttrs bridge;
    private final boolean newer;
    private final Report report;

    BridgeDetails(LinkinfoBridgeAttrs bridge, IprouteDialect dialect, Report report) {
        this.bridge = bridge;
        this.newer = dialect.isAtLeast(IprouteDialect.V7_1);
        this.report = report;
    }

    void print() {
        number("forward_delay", LinkinfoBridgeAttrs::hasForwardDelay, LinkinfoBridgeAttrs::forwardDelay);
        number("hello_time", LinkinfoBridgeAttrs::hasHelloTime, LinkinfoBridgeAttrs::helloTime);
        number("max_age", LinkinfoBridgeAttrs::hasMaxAge, LinkinfoBridgeAttrs::maxAge);
        number("ageing_time", LinkinfoBridgeAttrs::hasAgeingTime, LinkinfoBridgeAttrs::ageingTime);
        number("stp_state", LinkinfoBridgeAttrs::hasStpState, LinkinfoBridgeAttrs::stpState);
        number("priority", LinkinfoBridgeAttrs::hasPriority, LinkinfoBridgeAttrs::priority);
        number("vlan_filtering", LinkinfoBridgeAttrs::hasVlanFiltering, LinkinfoBridgeAttrs::vlanFiltering);
        if (bridge.hasVlanProtocol()) {
            report.string(
                    "vlan_protocol",
                    "vlan_protocol {} ",
                    protocol(bridge.vlanProtocol().value()));
        }
        printIdentifiers();
        printTopology();
        printVlans();
        printForwarding();
        printMulticast();
        printFilters();
    }

    private static String protocol(long number) {
        return number == 0x8100 ? "802.1Q" : number == 0x88a8 ? "802.1ad" : "[" + number + "]";
    }

    private void printIdentifiers() {
        if (bridge.hasBridgeId()) {
            report.string("bridge_id", "bridge_id {} ", BridgeIdentifier.of(bridge.bridgeId()));
        }
        if (bridge.hasRootId()) {
            // Older releases print the bridge's own identifier here.
            IflaBridgeId root = newer || !bridge.hasBridgeId() ? bridge.rootId() : bridge.bridgeId();
            report.string("root_id", "designated_root {} ", BridgeIdentifier.of(root));
        }
    }

    private void printTopology() {
        number("root_port", LinkinfoBridgeAttrs::hasRootPort, LinkinfoBridgeAttrs::rootPort);
        number("root_path_cost", LinkinfoBridgeAttrs::hasRootPathCost, LinkinfoBridgeAttrs::rootPathCost);
        number("topology_change", LinkinfoBridgeAttrs::hasTopologyChange, LinkinfoBridgeAttrs::topologyChange);
        number(
                "topology_change_detected",
                LinkinfoBridgeAttrs::hasTopologyChangeDetected,
                LinkinfoBridgeAttrs::topologyChangeDetected);
        timer("hello_timer", LinkinfoBridgeAttrs::hasHelloTimer, LinkinfoBridgeAttrs::helloTimer);
        timer("tcn_timer", LinkinfoBridgeAttrs::hasTcnTimer, LinkinfoBridgeAttrs::tcnTimer);
        timer(
                "topology_change_timer",
                LinkinfoBridgeAttrs::hasTopologyChangeTimer,
                LinkinfoBridgeAttrs::topologyChangeTimer);
        timer("gc_timer", LinkinfoBridgeAttrs::hasGcTimer, LinkinfoBridgeAttrs::gcTimer);
    }

    private void printVlans() {
        if (newer) {
            number("fdb_n_learned", LinkinfoBridgeAttrs::hasFdbNLearned, LinkinfoBridgeAttrs::fdbNLearned);
            number("fdb_max_learned", LinkinfoBridgeAttrs::hasFdbMaxLearned, LinkinfoBridgeAttrs::fdbMaxLearned);
        }
        number("vlan_default_pvid", LinkinfoBridgeAttrs::hasVlanDefaultPvid, LinkinfoBridgeAttrs::vlanDefaultPvid);
        number("vlan_stats_enabled", LinkinfoBridgeAttrs::hasVlanStatsEnabled, LinkinfoBridgeAttrs::vlanStatsEnabled);
        number("vlan_stats_per_port", LinkinfoBridgeAttrs::hasVlanStatsPerPort, LinkinfoBridgeAttrs::vlanStatsPerPort);
    }

    private void printForwarding() {
        if (bridge.hasGroupFwdMask()) {
            report.hexadecimal("group_fwd_mask", "group_fwd_mask {} ", bridge.groupFwdMask());
        }
        if (bridge.hasGroupAddr()) {
            report.string("group_addr", "group_address {} ", bridge.groupAddr().toString());
        }
        number("mcast_snooping", LinkinfoBridgeAttrs::hasMcastSnooping, LinkinfoBridgeAttrs::mcastSnooping);
        if (bridge.hasMultiBoolopt()) {
            printBits(
                    bridge.multiBoolopt().optval().bits(),
                    bridge.multiBoolopt().optmask().bits());
        }
    }

    private void printBits(long values, long mask) {
        for (BitOption option : BITS) {
            if ((newer || !option.newer) && (mask >> option.position & 1) != 0) {
                report.number(option.key, option.key + " {} ", values >> option.position & 1);
            }
        }
    }

    private void printMulticast() {
        number(
                "mcast_router",
                LinkinfoBridgeAttrs::hasMcastRouter,
                b -> b.mcastRouter().value());
        number(
                "mcast_query_use_ifaddr",
                LinkinfoBridgeAttrs::hasMcastQueryUseIfaddr,
                LinkinfoBridgeAttrs::mcastQueryUseIfaddr);
        number("mcast_querier", LinkinfoBridgeAttrs::hasMcastQuerier, LinkinfoBridgeAttrs::mcastQuerier);
        if (newer && bridge.hasMcastQuerierState()) {
            BridgeQuerierDetails.print(bridge.mcastQuerierState(), report);
        }
        number(
                "mcast_hash_elasticity",
                LinkinfoBridgeAttrs::hasMcastHashElasticity,
                LinkinfoBridgeAttrs::mcastHashElasticity);
        number("mcast_hash_max", LinkinfoBridgeAttrs::hasMcastHashMax, LinkinfoBridgeAttrs::mcastHashMax);
        number(
                "mcast_last_member_cnt",
                "mcast_last_member_count",
                LinkinfoBridgeAttrs::hasMcastLastMemberCnt,
                LinkinfoBridgeAttrs::mcastLastMemberCnt);
        number(
                "mcast_startup_query_cnt",
                "mcast_startup_query_count",
                LinkinfoBridgeAttrs::hasMcastStartupQueryCnt,
                LinkinfoBridgeAttrs::mcastStartupQueryCnt);
        printIntervals();
        number(
                "mcast_stats_enabled",
                LinkinfoBridgeAttrs::hasMcastStatsEnabled,
                LinkinfoBridgeAttrs::mcastStatsEnabled);
        number("mcast_igmp_version", LinkinfoBridgeAttrs::hasMcastIgmpVersion, LinkinfoBridgeAttrs::mcastIgmpVersion);
        number("mcast_mld_version", LinkinfoBridgeAttrs::hasMcastMldVersion, LinkinfoBridgeAttrs::mcastMldVersion);
    }

    private void printIntervals() {
        interval(
                "mcast_last_member",
                LinkinfoBridgeAttrs::hasMcastLastMemberIntvl,
                LinkinfoBridgeAttrs::mcastLastMemberIntvl);
        interval(
                "mcast_membership",
                LinkinfoBridgeAttrs::hasMcastMembershipIntvl,
                LinkinfoBridgeAttrs::mcastMembershipIntvl);
        interval("mcast_querier", LinkinfoBridgeAttrs::hasMcastQuerierIntvl, LinkinfoBridgeAttrs::mcastQuerierIntvl);
        interval("mcast_query", LinkinfoBridgeAttrs::hasMcastQueryIntvl, LinkinfoBridgeAttrs::mcastQueryIntvl);
        interval(
                "mcast_query_response",
                LinkinfoBridgeAttrs::hasMcastQueryResponseIntvl,
                LinkinfoBridgeAttrs::mcastQueryResponseIntvl);
        interval(
                "mcast_startup_query",
                LinkinfoBridgeAttrs::hasMcastStartupQueryIntvl,
                LinkinfoBridgeAttrs::mcastStartupQueryIntvl);
    }

    private void printFilters() {
        number("nf_call_iptables", LinkinfoBridgeAttrs::hasNfCallIptables, LinkinfoBridgeAttrs::nfCallIptables);
        number("nf_call_ip6tables", LinkinfoBridgeAttrs::hasNfCallIp6tables, LinkinfoBridgeAttrs::nfCallIp6tables);
        number("nf_call_arptables", LinkinfoBridgeAttrs::hasNfCallArptables, LinkinfoBridgeAttrs::nfCallArptables);
    }

    private void number(
            String name, Predicate<LinkinfoBridgeAttrs> present, ToLongFunction<LinkinfoBridgeAttrs> value) {
        number(name, name, present, value);
    }

    private void number(
            String key,
            String word,
            Predicate<LinkinfoBridgeAttrs> present,
            ToLongFunction<LinkinfoBridgeAttrs> value) {
        if (present.test(bridge)) {
            report.number(key, word + " {} ", value.applyAsLong(bridge));
        }
    }

    private void interval(
            String name, Predicate<LinkinfoBridgeAttrs> present, ToLongFunction<LinkinfoBridgeAttrs> value) {
        if (present.test(bridge)) {
            report.unsigned(name + "_intvl", name + "_interval {} ", value.applyAsLong(bridge));
        }
    }

    private void timer(String name, Predicate<LinkinfoBridgeAttrs> present, ToLongFunction<LinkinfoBridgeAttrs> value) {
        if (present.test(bridge)) {
            BridgeTimer.print(report, name, value.applyAsLong(bridge));
        }
    }
}
