package io.jnetlink.samples.ip.link;

import io.jnetlink.samples.ip.print.Report;

/** Prints the flags of a device in angle brackets, or as an array. Not thread-safe. */
final class LinkFlagsPrinter {

    private static final long UP = 1;
    private static final long RUNNING = 1 << 6;

    /** In the order of the text. */
    private enum Flag {
        LOOPBACK(3),
        BROADCAST(1),
        POINTOPOINT(4),
        MULTICAST(12),
        NOARP(7),
        ALLMULTI(9),
        PROMISC(8),
        MASTER(10),
        SLAVE(11),
        DEBUG(2),
        DYNAMIC(15),
        AUTOMEDIA(14),
        PORTSEL(13),
        NOTRAILERS(5),
        UP(0),
        LOWER_UP(16),
        DORMANT(17),
        ECHO(18);

        private final long bit;

        Flag(int position) {
            this.bit = 1L << position;
        }
    }

    private final Report report;

    LinkFlagsPrinter(Report report) {
        this.report = report;
    }

    /**
     * Prints flags.
     *
     * @param bits {@code IFF_} bits
     * @param lowerDown whether the device below is down
     */
    void print(long bits, boolean lowerDown) {
        report.array("flags", "<");
        if ((bits & UP) != 0 && (bits & RUNNING) == 0) {
            report.element("{},", "NO-CARRIER");
        }
        long left = bits & ~RUNNING;
        for (Flag flag : Flag.values()) {
            if ((left & flag.bit) != 0) {
                left &= ~flag.bit;
                report.element(left == 0 ? "{}" : "{},", flag.name());
            }
        }
        if (left != 0) {
            report.element("{}", Long.toHexString(left));
        }
        if (lowerDown) {
            report.element(",{}", "M-DOWN");
        }
        report.endArray("> ");
    }
}
