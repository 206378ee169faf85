package io.jnetlink.samples.golden;

import java.util.Map;
import java.util.Optional;

/**
 * Records in which {@code jip} differs from {@code ip} on purpose, with the reason. A record that is listed here and does not differ
 * fails the test like one that differs and is not listed.
 *
 * <p>Immutable.
 */
final class KnownDifferences {

    private static final String NO_VIRTUAL_FUNCTIONS = "jip does not set up virtual functions (vf)";

    private static final Map<String, String> REQUESTS = Map.of(
            "link-generic-080", NO_VIRTUAL_FUNCTIONS,
            "link-generic-081", NO_VIRTUAL_FUNCTIONS,
            "link-generic-082", NO_VIRTUAL_FUNCTIONS,
            "link-generic-083", NO_VIRTUAL_FUNCTIONS,
            "link-generic-155", "jip does not know the kind vrf");

    private static final Map<String, String> SHOWN = Map.of();

    private final Map<String, String> reasons;

    private KnownDifferences(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    /** In what is sent, or complained of. */
    static KnownDifferences inRequests() {
        return new KnownDifferences(REQUESTS);
    }

    /** In what is printed. */
    static KnownDifferences inOutput() {
        return new KnownDifferences(SHOWN);
    }

    /** Why the record differs. */
    Optional<String> reason(String id) {
        return Optional.ofNullable(reasons.get(id));
    }
}
