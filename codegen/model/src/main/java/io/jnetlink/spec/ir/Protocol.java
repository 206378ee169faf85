package io.jnetlink.spec.ir;

/**
 * The schema level a spec is written for, in order of growing expressiveness.
 *
 * <p>Immutable.
 */
public enum Protocol {
    /** Generic netlink, the modern subset of the language. */
    GENETLINK("genetlink"),
    /** Generic netlink with names that steer C headers. */
    GENETLINK_C("genetlink-c"),
    /** Generic netlink with fixed headers, structs and directional numbering. */
    GENETLINK_LEGACY("genetlink-legacy"),
    /** A classic protocol such as route or netfilter: no family resolution, sub-messages allowed. */
    NETLINK_RAW("netlink-raw");

    private final String specName;

    Protocol(String specName) {
        this.specName = specName;
    }

    /** Returns the spelling used in specs, for example {@code netlink-raw}. */
    public String specName() {
        return specName;
    }

    /** Tells whether messages carry a generic netlink header and the family is resolved by name at run time. */
    public boolean isGeneric() {
        return this != NETLINK_RAW;
    }
}
