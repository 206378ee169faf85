package io.jnetlink.samples.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the kernel has counted of its receive work since it started, on all processors and in all network namespaces together.
 *
 * <p>Immutable.
 *
 * @param softirqs how often the receive soft interrupt ran: {@code NET_RX} of {@code /proc/softirqs}
 * @param processed packets that came out of a processor's backlog or a device's poll: the first column of
 *     {@code /proc/net/softnet_stat}
 * @param dropped packets that found the backlog full: the second column
 * @param squeezed how often the soft interrupt had to stop before it was done: the third column
 */
public record NetworkCounters(long softirqs, long processed, long dropped, long squeezed) {

    private static final Path SOFTIRQS = Path.of("/proc/softirqs");
    private static final Path SOFTNET = Path.of("/proc/net/softnet_stat");
    private static final String ROW = "NET_RX:";
    private static final int HEXADECIMAL = 16;
    private static final int COLUMNS = 3;

    /**
     * Reads them.
     *
     * @throws IOException if {@code /proc} is not mounted, or is not what it should be
     */
    public static NetworkCounters read() throws IOException {
        return parse(Files.readAllLines(SOFTIRQS), Files.readAllLines(SOFTNET));
    }

    /**
     * Reads them from text.
     *
     * @param softirqs lines as of {@code /proc/softirqs}
     * @param softnet lines as of {@code /proc/net/softnet_stat}
     * @throws IOException if the text is not of that form
     */
    public static NetworkCounters parse(List<String> softirqs, List<String> softnet) throws IOException {
        try {
            long[] columns = new long[COLUMNS];
            for (String line : softnet) {
                String[] words = line.strip().split("\\s+");
                for (int column = 0; column < COLUMNS; column++) {
                    columns[column] += Long.parseLong(words[column], HEXADECIMAL);
                }
            }
            return new NetworkCounters(receiveSoftirqs(softirqs), columns[0], columns[1], columns[2]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("counters of receive work are not what they should be: " + softirqs + softnet, e);
        }
    }

    /** What has been counted since an earlier reading. */
    public NetworkCounters since(NetworkCounters earlier) {
        return new NetworkCounters(
                softirqs - earlier.softirqs,
                processed - earlier.processed,
                dropped - earlier.dropped,
                squeezed - earlier.squeezed);
    }

    private static long receiveSoftirqs(List<String> lines) throws IOException {
        for (String line : lines) {
            String row = line.strip();
            if (row.startsWith(ROW)) {
                return Arrays.stream(row.substring(ROW.length()).strip().split("\\s+"))
                        .mapToLong(Long::parseLong)
                        .sum();
            }
        }
        throw new IOException(SOFTIRQS + " has no row " + ROW);
    }
}
