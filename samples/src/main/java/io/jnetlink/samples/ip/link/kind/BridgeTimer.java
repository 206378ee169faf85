package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.samples.ip.print.Report;

/** Timers of bridges, counted in hundredths of a second. Stateless. */
final class BridgeTimer {

    private static final int HUNDREDTHS = 100;

    private BridgeTimer() {}

    static void print(Report report, String name, long value) {
        String text = String.format("%4d.%02d", value / HUNDREDTHS, value % HUNDREDTHS);
        report.fraction(name, name + " {} ", text);
    }
}
