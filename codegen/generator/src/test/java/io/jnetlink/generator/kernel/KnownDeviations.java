package io.jnetlink.generator.kernel;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the kernel's specs and the kernel are known to differ.
 *
 * <p>Immutable. A newer kernel than the specs may send attributes that they lack; these need no entry.
 */
final class KnownDeviations {

    /** Last kernel whose specs they are, as major and minor. */
    private static final int[] SPECS_OF = {7, 2};

    /** Findings of {@link ReplyInspection}, with the dump in front. */
    private static final List<Deviation> IN_REPLIES = List.of(
            new Deviation(
                    "rt-link/getlink: linkinfo-attrs\\.(slave-)?data: no format .*",
                    "the spec describes 18 kinds of link and 2 of ports; there are more, vxlan among them"),
            new Deviation(
                    "rt-link/getlink: linkinfo-brport-attrs\\..*: FLAG of 1 bytes",
                    "the spec calls them flags, but the kernel sends 0 or 1 in a byte: being there means nothing"));

    /** Refusals of dumps, by dump and error name. */
    private static final List<Deviation> REFUSALS = List.of(
            new Deviation(
                    ".*: EOPNOTSUPP", "nothing here has it, or the kernel was built without it, or is older than it"),
            new Deviation("(nftables|conntrack)/.*: EINVAL", "the kernel was built without this part of netfilter"),
            new Deviation(
                    "ethtool/tsconfig-get: EINVAL",
                    "a macvlan passes the question on to the veth below, and the dump ends with its refusal"));

    private record Deviation(Pattern finding, String reason) {

        Deviation(String finding, String reason) {
            this(Pattern.compile(finding), reason);
        }
    }

    private KnownDeviations() {}

    /** Why a finding is no mistake of ours, if it is known not to be. */
    static Optional<String> inReplies(String finding) {
        return find(IN_REPLIES, finding);
    }

    /** Why the kernel may refuse a dump, if it may. */
    static Optional<String> refusal(String dump, String errno) {
        return find(REFUSALS, dump + ": " + errno);
    }

    private static Optional<String> find(List<Deviation> known, String finding) {
        return known.stream()
                .filter(d -> d.finding.matcher(finding).matches())
                .map(Deviation::reason)
                .findFirst();
    }

    /** Whether the running kernel has features that the specs cannot know. */
    static boolean kernelIsNewer() {
        String[] running = System.getProperty("os.version").split("[.-]");
        int major = Integer.parseInt(running[0]);
        return major > SPECS_OF[0] || major == SPECS_OF[0] && Integer.parseInt(running[1]) > SPECS_OF[1];
    }
}
