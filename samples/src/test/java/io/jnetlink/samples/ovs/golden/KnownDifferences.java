package io.jnetlink.samples.ovs.golden;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why {@code jovs} differs from a record on purpose. Stateless. */
final class KnownDifferences {

    private static final String LOOKS_LATER =
            "the kernel is asked to add a device, where ovs-dpctl looks for it before";
    private static final String SAYS_IT = "ovs-dpctl only logs why options of a tunnel are wrong; said here";
    private static final String NO_LEGACY = "ovs-dpctl tries the way of old behind the refusal, which fails too";
    private static final String LOCAL = "the local port is refused without asking the kernel";
    private static final String RAISED = "a tunnel device that is used again is raised if it is down";
    private static final String NAME_LENGTH = "a name that is too long is refused without asking the kernel";
    private static final String SECOND_TUNNEL =
            "ovs-dpctl deletes the device of the port that is there, and lets the kernel make another; refused here";
    private static final String FILTER = "ovs-dpctl overlooks a filter in front of the datapath; it counts here";
    private static final String READS_MORE = "read here, and not by ovs-dpctl 3.1, which prints it";
    private static final String DROP = "ovs-dpctl 3.1 sends drop as an attribute of its own; it is the empty list here";

    /** Part of an id, and why. */
    private static final Map<String, String> RECORDS = records();

    private KnownDifferences() {}

    private static Map<String, String> records() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("/dp.add.longname", NAME_LENGTH);
        known.put("/dp.if006.add", LOOKS_LATER);
        known.put("/dp.if008.add", SAYS_IT);
        known.put("/dp.if018.add", SAYS_IT);
        known.put("/dp.if026.add", NO_LEGACY);
        known.put("/dp.if027.add", NO_LEGACY);
        known.put("/dp.if028.add", NO_LEGACY);
        known.put("/dp.if032.add", SECOND_TUNNEL);
        known.put("/dp.delif.local", LOCAL);
        known.put("/sl.port", NO_LEGACY);
        known.put("/sl.socket", NO_LEGACY);
        known.put("/sl.01.dp", RAISED);
        known.put("/sl.07.dp", RAISED);
        known.put("/sl.14.dp", RAISED);
        known.put("/tr.mods.show", "counters moved, and the record leaves out the look-ups of devices that told so");
        known.put("/flopt.dump.filter", FILTER);
        known.put("/flow.k-nsh-md1.", READS_MORE);
        known.put("/flow.k-nsh-mask.", READS_MORE);
        known.put("/flow.a-set-nsh.", READS_MORE);
        known.put("/flow.a-popnsh.", READS_MORE);
        known.put("/flow.a-pushmpls.", READS_MORE);
        known.put("/flow.a-popmpls.", READS_MORE);
        known.put("/flow.a-pusheth.", READS_MORE);
        known.put("/flow.a-popeth.", READS_MORE);
        known.put("/flow.a-pushnsh.", READS_MORE);
        known.put("/flow.a-pushnsh2.", READS_MORE);
        known.put("/flow.a-hash.", READS_MORE);
        known.put("/flow.a-decttl.", READS_MORE);
        known.put("/flow.a-drop.", DROP);
        known.put("/flopt.ufid.stats", DROP);
        known.put("/flow.a-x-lb.", "ovs-dpctl sends an attribute that only datapaths in user space know; refused here");
        known.put("/flow.k-x-badip.", "ovs-dpctl takes 1.2.3.999 for 1.2.3.231; refused here");
        return known;
    }

    /** The reason why a record differs, if there is one. */
    static Optional<String> reason(DpctlRecord record, List<String> differences) {
        boolean onlyPlace = differences.stream()
                .allMatch(difference -> difference.startsWith("standard error")
                        || difference.startsWith("complaints: recorded parsing flow key (syntax error")
                                && difference.contains("ours parsing flow key (syntax error"));
        if (onlyPlace) {
            return Optional.of("a syntax error names the very place");
        }
        return RECORDS.entrySet().stream()
                .filter(known -> record.id().contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
