package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.BridgeQuerierAttrs;
import io.jnetlink.samples.ip.print.Report;
import java.math.BigDecimal;
import java.math.MathContext;

/** The multicast queriers that a bridge has seen, as newer releases print them. Stateless. */
final class BridgeQuerierDetails {

    private static final long MICROSECOND = 1_000;
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private BridgeQuerierDetails() {}

    static void print(BridgeQuerierAttrs queriers, Report report) {
        report.object("mcast_querier_state_ipv4");
        if (queriers.hasIpAddress()) {
            address(report, "mcast_querier_ipv4_addr", queriers.ipAddress().toString());
        }
        if (queriers.hasIpPort()) {
            report.number("mcast_querier_ipv4_port", "mcast_querier_ipv4_port {} ", queriers.ipPort());
        }
        if (queriers.hasIpOtherTimer()) {
            timer(report, "mcast_querier_ipv4_other_timer", queriers.ipOtherTimer());
        }
        report.endObject();
        report.object("mcast_querier_state_ipv6");
        if (queriers.hasIpv6Address()) {
            address(report, "mcast_querier_ipv6_addr", queriers.ipv6Address().toString());
        }
        if (queriers.hasIpv6Port()) {
            report.number("mcast_querier_ipv6_port", "mcast_querier_ipv6_port {} ", queriers.ipv6Port());
        }
        if (queriers.hasIpv6OtherTimer()) {
            timer(report, "mcast_querier_ipv6_other_timer", queriers.ipv6OtherTimer());
        }
        report.endObject();
    }

    private static void address(Report report, String name, String address) {
        report.string(name, name + " {} ", address);
    }

    /** Taken for nanoseconds, which it is not; so does iproute2. */
    private static void timer(Report report, String name, long value) {
        String text = value >= SECOND
                ? rounded(value, SECOND) + "s"
                : value >= MILLISECOND
                        ? rounded(value, MILLISECOND) + "ms"
                        : value >= MICROSECOND ? rounded(value, MICROSECOND) + "us" : value + "ns";
        report.string(name, name + " {} ", text);
    }

    private static String rounded(long value, long unit) {
        return new BigDecimal(value)
                .divide(BigDecimal.valueOf(unit), new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
