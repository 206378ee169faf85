package io.jnetlink.generator.kernel;

import io.jnetlink.generator.testing.Dynamic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What each dump is asked with: nothing, except for those that answer only if something is named.
 *
 * <p>Immutable.
 */
final class DumpRequests {

    private static final int IPV4 = 2;
    private static final int BRIDGE = 7;
    private static final int IPV6 = 10;
    /** All five groups of statistics. */
    private static final long EVERY_STATISTIC = 0x1f;
    /** Parent of the filters on what comes in ({@code ffff:fff2}). */
    private static final long INGRESS = 0xffff_fff2L;

    private static final Consumer<Dynamic> NOTHING = builder -> {};

    /** Dumps that are not sent, with the reason. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("ethtool/module-eeprom-get", "reads a transceiver, which must be named"),
            Map.entry("nftables/getrule-reset", "resets counters"),
            Map.entry("nftables/getsetelem-reset", "resets counters"),
            Map.entry("nftables/getsetelem", "lists one set, which must be named"),
            Map.entry("net_shaper/get", "lists one device, which must be named"),
            Map.entry("net_shaper/cap-get", "lists one device, which must be named"),
            Map.entry("ovpn/peer-get", "lists one device, which must be named"),
            Map.entry("wireguard/get-device", "lists one device, which must be named"),
            Map.entry("devlink/region-read", "reads device memory"),
            Map.entry("devlink/health-reporter-dump-get", "makes the device take a dump"),
            Map.entry("nftables/getgen", "is no dump, whatever the spec says: one message, and no end"));

    private final Map<String, List<Consumer<Dynamic>>> naming = new HashMap<>();

    /**
     * @param interfaceIndex a device with filters
     */
    DumpRequests(int interfaceIndex) {
        naming.put("rt-link/getstats", List.of(header("filterMask", EVERY_STATISTIC)));
        naming.put("rt-neigh/getneigh", List.of(NOTHING, header("ndmFamily", BRIDGE)));
        naming.put("rt-addr/getmulticast", List.of(header("ifaFamily", IPV4), header("ifaFamily", IPV6)));
        naming.put("nlctrl/getpolicy", List.of(family("ethtool"), family("nlctrl")));
        naming.put(
                "tc/gettfilter",
                List.of(b ->
                        b.fill("header", h -> h.set("ifindex", interfaceIndex).set("parent", INGRESS))));
        naming.put("ethtool/stats-get", List.of(b -> b.fill("groups", DumpRequests::ethernetGroups)));
    }

    /** Why a dump, as {@code family/operation}, is not sent; empty if it is. */
    Optional<String> leftOut(String dump) {
        return Optional.ofNullable(LEFT_OUT.get(dump));
    }

    /** What fills the builder of a request, for each request that is sent. */
    List<Consumer<Dynamic>> of(String dump) {
        return naming.getOrDefault(dump, List.of(NOTHING));
    }

    private static Consumer<Dynamic> header(String member, Object value) {
        return builder -> builder.fill("header", h -> h.set(member, value));
    }

    private static Consumer<Dynamic> family(String name) {
        return builder -> builder.set("familyName", name);
    }

    private static void ethernetGroups(Dynamic groups) {
        groups.set("nomask", true)
                .fill(
                        "bits",
                        bits -> bits.fill("addBit", bit -> bit.set("name", "eth-mac"))
                                .fill("addBit", bit -> bit.set("name", "rmon")));
    }
}
