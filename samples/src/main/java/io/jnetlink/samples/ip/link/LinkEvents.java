package io.jnetlink.samples.ip.link;

import io.jnetlink.samples.ip.print.Report;
import java.util.List;

/** What a notification was caused by. Immutable. */
final class LinkEvents {

    private static final List<String> NAMES = List.of(
            "NONE", "REBOOT", "FEATURE CHANGE", "BONDING FAILOVER", "NOTIFY PEERS", "RESEND IGMP", "BONDING OPTION");

    private LinkEvents() {}

    static void print(Report report, long event) {
        if (event >= NAMES.size()) {
            report.number("event", "event {} ", event);
        } else if (event != 0) {
            report.string("event", "event {} ", NAMES.get((int) event));
        }
    }
}
