package io.jnetlink.genl;

import java.util.Map;
import java.util.Optional;

/** Which kernel module brings a family along, for those whose names do not tell. */
final class FamilyModule {

    private static final Map<String, String> MODULES = Map.ofEntries(
            Map.entry("batadv", "batman_adv"),
            Map.entry("IPVS", "ip_vs"),
            Map.entry("fou", "fou"),
            Map.entry("gtp", "gtp"),
            Map.entry("l2tp", "l2tp_netlink"),
            Map.entry("macsec", "macsec"),
            Map.entry("nbd", "nbd"),
            Map.entry("nl80211", "cfg80211"),
            Map.entry("team", "team"),
            Map.entry("tipc", "tipc"),
            Map.entry("TIPCv2", "tipc"),
            Map.entry("wireguard", "wireguard"));

    private FamilyModule() {}

    /** The module's name, if it is known. */
    static Optional<String> of(String family) {
        return family.startsWith("ovs_") ? Optional.of("openvswitch") : Optional.ofNullable(MODULES.get(family));
    }
}
