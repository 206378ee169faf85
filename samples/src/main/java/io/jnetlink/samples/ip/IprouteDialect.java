package io.jnetlink.samples.ip;

import java.util.Arrays;
import java.util.Optional;

/** The releases of iproute2 whose words and print forms {@code jip} knows, oldest first. Immutable. */
public enum IprouteDialect {
    /** As Debian 12 has it. */
    V6_1("6.1"),
    /** With {@code localbypass}, {@code reserved_bits}, {@code mcroute} and the shorter print form of VXLAN options. */
    V7_1("7.1");

    private final String version;

    IprouteDialect(String version) {
        this.version = version;
    }

    /** The one spoken by default. */
    public static IprouteDialect newest() {
        return V7_1;
    }

    /** The dialect of a version such as {@code 6.1}. */
    public static Optional<IprouteDialect> of(String version) {
        return Arrays.stream(values()).filter(d -> d.version.equals(version)).findFirst();
    }

    /** Whether this is that release or a later one. */
    public boolean isAtLeast(IprouteDialect other) {
        return compareTo(other) >= 0;
    }

    @Override
    public String toString() {
        return version;
    }
}
