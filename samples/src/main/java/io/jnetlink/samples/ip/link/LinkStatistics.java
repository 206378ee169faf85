package io.jnetlink.samples.ip.link;

import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.RtnlLinkStats64;
import io.jnetlink.samples.ip.JipOptions;
import io.jnetlink.samples.ip.print.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prints the counters of a device: a table in text, two objects in JSON.
 *
 * <p>Not thread-safe; good for one device.
 */
final class LinkStatistics {

    private static final int FIRST = "*X errors:".length();
    private static final int INDENT = 4;

    private final Report report;
    private final CounterFormat format;
    private final boolean errors;
    private final RtnlLinkStats64 counters;
    private final boolean hasCarrierChanges;
    private final long carrierChanges;
    private final int[] widths = {
        FIRST,
        "packets".length(),
        "errors".length(),
        "dropped".length(),
        "heartbt".length(),
        "overrun".length(),
        "compressed".length(),
        "otherhost".length()
    };

    private LinkStatistics(JipOptions options, LinkAttrs link, Report report) {
        this.report = report;
        this.format = new CounterFormat(options.human(), options.iec());
        this.errors = options.statistics() > 1;
        this.counters = link.stats64();
        this.hasCarrierChanges = link.hasCarrierChanges();
        this.carrierChanges = hasCarrierChanges ? link.carrierChanges() : 0;
    }

    /** Prints the counters of a link, if the kernel reported them. */
    static void print(JipOptions options, LinkAttrs link, Report report) {
        if (link.hasStats64()) {
            LinkStatistics statistics = new LinkStatistics(options, link, report);
            if (report.isJson()) {
                statistics.printJson();
            } else {
                statistics.printTable();
            }
        }
    }

    private void printJson() {
        report.object("stats64");
        report.object("rx");
        json("bytes", counters.rxBytes());
        json("packets", counters.rxPackets());
        json("errors", counters.rxErrors());
        json("dropped", counters.rxDropped());
        json("over_errors", counters.rxOverErrors());
        json("multicast", counters.multicast());
        jsonUnlessZero("compressed", counters.rxCompressed());
        if (errors) {
            json("length_errors", counters.rxLengthErrors());
            json("crc_errors", counters.rxCrcErrors());
            json("frame_errors", counters.rxFrameErrors());
            json("fifo_errors", counters.rxFifoErrors());
            json("missed_errors", counters.rxMissedErrors());
            jsonUnlessZero("nohandler", counters.rxNohandler());
            jsonUnlessZero("otherhost", counters.rxOtherhostDropped());
        }
        report.endObject();
        report.object("tx");
        json("bytes", counters.txBytes());
        json("packets", counters.txPackets());
        json("errors", counters.txErrors());
        json("dropped", counters.txDropped());
        json("carrier_errors", counters.txCarrierErrors());
        json("collisions", counters.collisions());
        jsonUnlessZero("compressed", counters.txCompressed());
        if (errors) {
            json("aborted_errors", counters.txAbortedErrors());
            json("fifo_errors", counters.txFifoErrors());
            json("window_errors", counters.txWindowErrors());
            json("heartbeat_errors", counters.txHeartbeatErrors());
            if (hasCarrierChanges) {
                json("carrier_changes", carrierChanges);
            }
        }
        report.endObject();
        report.endObject();
    }

    private void json(String key, long value) {
        report.unsigned(key, "{}", value);
    }

    private void jsonUnlessZero(String key, long value) {
        if (value != 0) {
            json(key, value);
        }
    }

    private void printTable() {
        long[] received = {
            counters.rxBytes(),
            counters.rxPackets(),
            counters.rxErrors(),
            counters.rxDropped(),
            counters.rxMissedErrors(),
            counters.multicast(),
            counters.rxCompressed()
        };
        long[] receiveErrors = {
            0,
            counters.rxLengthErrors(),
            counters.rxCrcErrors(),
            counters.rxFrameErrors(),
            counters.rxFifoErrors(),
            counters.rxOverErrors(),
            counters.rxNohandler(),
            counters.rxOtherhostDropped()
        };
        long[] sent = {
            counters.txBytes(),
            counters.txPackets(),
            counters.txErrors(),
            counters.txDropped(),
            counters.txCarrierErrors(),
            counters.collisions(),
            counters.txCompressed()
        };
        // One column off against the heading below, as it has always been.
        long[] sendErrors = {
            0,
            0,
            counters.txAbortedErrors(),
            counters.txFifoErrors(),
            counters.txWindowErrors(),
            counters.txHeartbeatErrors(),
            carrierChanges
        };
        for (long[] row : errors ? List.of(received, receiveErrors, sent, sendErrors) : List.of(received, sent)) {
            widen(row);
        }
        printMain("RX", received, List.of("bytes", "packets", "errors", "dropped", "missed", "mcast"));
        if (errors) {
            report.line();
            printReceiveErrors(receiveErrors);
        }
        report.line();
        printMain("TX", sent, List.of("bytes", "packets", "errors", "dropped", "carrier", "collsns"));
        if (errors) {
            report.line();
            printSendErrors(sendErrors);
        }
    }

    private void widen(long[] row) {
        for (int i = 0; i < row.length; i++) {
            widths[i] = Math.max(widths[i], format.width(row[i]));
        }
    }

    private void printMain(String direction, long[] row, List<String> headings) {
        StringBuilder line = new StringBuilder("    " + direction + ": ");
        line.append(right(widths[0] - INDENT, headings.get(0)));
        for (int i = 1; i < headings.size(); i++) {
            line.append(' ').append(right(widths[i], headings.get(i)));
        }
        boolean compressed = row[6] != 0;
        line.append(' ').append(right(widths[6], compressed ? "compressed" : ""));
        report.text(line.toString());
        report.line();
        report.text("    ");
        for (int i = 0; i < (compressed ? row.length : row.length - 1); i++) {
            report.text(format.of(row[i], widths[i]) + " ");
        }
    }

    private void printReceiveErrors(long[] row) {
        List<String> headings = new ArrayList<>(List.of("length", "crc", "frame", "fifo", "overrun"));
        StringBuilder line = new StringBuilder("    RX errors:" + right(widths[0] - FIRST, ""));
        for (int i = 0; i < headings.size(); i++) {
            line.append(' ').append(right(widths[i + 1], headings.get(i)));
        }
        boolean nohandler = row[6] != 0;
        boolean otherhost = row[7] != 0;
        line.append(nohandler ? right(widths[6] + 1, " nohandler") : "");
        line.append(otherhost ? right(widths[7] + 1, " otherhost") : "");
        printErrors(line.toString(), Arrays.copyOfRange(row, 1, 6), 1);
        if (nohandler) {
            report.text(format.of(row[6], widths[6]) + " ");
        }
        if (otherhost) {
            report.text(format.of(row[7], widths[7]) + " ");
        }
    }

    private void printSendErrors(long[] row) {
        StringBuilder line = new StringBuilder("    TX errors:" + right(widths[0] - FIRST, ""));
        List<String> headings = List.of("aborted", "fifo", "window", "heartbt", hasCarrierChanges ? "transns" : "");
        for (int i = 0; i < headings.size(); i++) {
            line.append(' ').append(right(widths[i + 1], headings.get(i)));
        }
        printErrors(line.toString(), Arrays.copyOfRange(row, 2, hasCarrierChanges ? 7 : 6), 1);
    }

    private void printErrors(String heading, long[] values, int column) {
        report.text(heading);
        report.line();
        report.text(right(widths[0] + INDENT + 1, ""));
        for (int i = 0; i < values.length; i++) {
            report.text(format.of(values[i], widths[column + i]) + " ");
        }
    }

    private static String right(int width, String text) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
