package io.jnetlink.samples.ovs.golden;

import java.util.ArrayList;
import java.util.List;

/**
 * Something in which a run of {@code jovs} is not as recorded.
 *
 * <p>Immutable.
 *
 * @param aspect what differs
 * @param text what is missing and what is too much
 */
record Difference(Aspect aspect, String text) {

    /** What is compared. */
    enum Aspect {
        /** The exit status. */
        EXIT,
        /** Standard output. */
        OUTPUT,
        /** Complaints on standard error. */
        COMPLAINTS,
        /** Requests that change something. */
        REQUESTS,
        /** The run ended in an exception. */
        CRASH
    }

    /** Compares lines; none or one difference. */
    static List<Difference> between(Aspect aspect, List<String> recorded, List<String> ours) {
        if (recorded.equals(ours)) {
            return List.of();
        }
        List<String> missing = new ArrayList<>(recorded);
        missing.removeAll(ours);
        List<String> extra = new ArrayList<>(ours);
        extra.removeAll(recorded);
        return List.of(new Difference(
                aspect,
                "recorded " + String.join("\n      ", missing) + "\n      ours " + String.join("\n      ", extra)));
    }

    @Override
    public String toString() {
        return aspect + ": " + text;
    }
}
