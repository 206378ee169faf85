package io.jnetlink.samples.ovs.datapath;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.datapath.DpMegaflowStats;
import io.jnetlink.ovs.datapath.DpStats;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.samples.ovs.port.PortDescription;
import io.jnetlink.samples.ovs.run.JovsSession;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code show} prints of a datapath.
 *
 * <p>Immutable.
 *
 * @param datapath the datapath
 * @param ports its ports by number
 */
record DatapathReport(Datapath datapath, List<PortLine> ports) {

    /**
     * A port and what has passed it, if that is asked for.
     *
     * <p>Immutable.
     */
    record PortLine(OvsPort port, Optional<PortCounters> counters) {}

    /** Asks the kernel for what is to be printed. */
    static DatapathReport of(JovsSession session, Datapath datapath) {
        boolean counted = session.options().statistics();
        List<PortLine> lines = session.ports(datapath).stream()
                .map(port -> new PortLine(
                        port, counted ? Optional.of(PortCounters.of(session.ovs(), port)) : Optional.empty()))
                .toList();
        return new DatapathReport(datapath, lines);
    }

    void print(PrintStream out) {
        DpStats stats = datapath.stats();
        out.println(JovsSession.SYSTEM + datapath.name() + ":");
        out.println("  lookups: hit:" + text(stats.nHit()) + " missed:" + text(stats.nMissed()) + " lost:"
                + text(stats.nLost()));
        out.println("  flows: " + text(stats.nFlows()));
        datapath.megaflowStats().ifPresent(masks -> printMasks(out, stats, masks));
        datapath.masksCacheSize().ifPresent(size -> printCacheSize(out, size));
        for (PortLine line : ports) {
            OvsPort port = line.port();
            out.println("  port " + port.number() + ": " + port.name()
                    + PortDescription.of(port).suffix());
            line.counters().ifPresent(counters -> counters.print(out));
        }
    }

    /** What {@code cache-get-size} prints behind the name as well. */
    static void printCacheSize(PrintStream out, int size) {
        out.println("  caches:");
        out.println("    masks-cache: size:" + size);
    }

    private static void printMasks(PrintStream out, DpStats stats, DpMegaflowStats masks) {
        out.println("  masks: hit:" + text(masks.nMaskHit()) + " total:" + masks.nMasks() + " hit/pkt:"
                + decimals(masks.nMaskHit(), stats, 1));
        // Kernels without the cache have a zero there.
        if (masks.nCacheHit() != 0) {
            out.println("  cache: hit:" + text(masks.nCacheHit()) + " hit-rate:"
                    + decimals(masks.nCacheHit(), stats, 100) + "%");
        }
    }

    private static String decimals(long hits, DpStats stats, double factor) {
        long packets = stats.nHit() + stats.nMissed();
        return String.format(Locale.ROOT, "%.2f", packets == 0 ? 0.0 : hits * factor / packets);
    }

    private static String text(long counter) {
        return Long.toUnsignedString(counter);
    }

    Map<String, Object> json() {
        DpStats stats = datapath.stats();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", datapath.name());
        json.put("index", datapath.index());
        json.put("features", datapath.features().toString());
        json.put("lookups", counters("hit", stats.nHit(), "missed", stats.nMissed(), "lost", stats.nLost()));
        json.put("flows", stats.nFlows());
        datapath.megaflowStats()
                .ifPresent(masks -> json.put(
                        "masks",
                        counters("hit", masks.nMaskHit(), "total", masks.nMasks(), "cache-hit", masks.nCacheHit())));
        datapath.masksCacheSize().ifPresent(size -> json.put("masks-cache-size", size));
        json.put("ports", ports.stream().map(DatapathReport::json).toList());
        return json;
    }

    private static Map<String, Object> counters(String a, long valueA, String b, long valueB, String c, long valueC) {
        Map<String, Object> counters = new LinkedHashMap<>();
        counters.put(a, valueA);
        counters.put(b, valueB);
        counters.put(c, valueC);
        return counters;
    }

    private static Map<String, Object> json(PortLine line) {
        OvsPort port = line.port();
        PortDescription description = PortDescription.of(port);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", port.number());
        json.put("name", port.name());
        json.put("type", description.type());
        if (!description.options().isEmpty()) {
            json.put("options", new TreeMap<>(description.options()));
        }
        port.deviceIndex().ifPresent(index -> json.put("ifindex", index));
        json.put("upcall-pids", port.upcallPids());
        line.counters().ifPresent(counters -> json.put("statistics", counters.json()));
        return json;
    }
}
