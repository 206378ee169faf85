package io.jnetlink.ovs.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what is equal to the record, what differs for a known reason, and what differs without one. */
public final class Tally {

    private final Map<String, int[]> areas = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();

    /** Counts a comparison of bytes. */
    public void compare(String area, String what, byte[] recorded, byte[] ours) {
        if (Arrays.equals(recorded, ours)) {
            match(area);
        } else {
            fail(
                    area,
                    what + "\n  recorded " + HexFormat.of().formatHex(recorded) + "\n  ours     "
                            + HexFormat.of().formatHex(ours));
        }
    }

    /** Counts something equal. */
    public void match(String area) {
        int[] counts = counts(area);
        counts[0]++;
        counts[1]++;
    }

    /** Counts something that differs, and that shall. */
    public void differ(String area, String reason) {
        counts(area)[1]++;
        reasons.merge(reason, 1, Integer::sum);
    }

    /** Counts something that is not compared, since it serves another purpose. */
    public void leaveOut(String purpose) {
        leftOut.merge(purpose, 1, Integer::sum);
    }

    /** Counts something that differs, and shall not. */
    public void fail(String area, String what) {
        counts(area)[1]++;
        unexplained.add(what);
    }

    /** Prints the counts, and fails if there is anything unexplained, or fewer than so many equal. */
    public void report(String title, int leastEqual) {
        int equal = areas.values().stream().mapToInt(c -> c[0]).sum();
        int total = areas.values().stream().mapToInt(c -> c[1]).sum();
        System.out.println(title + ": " + equal + " of " + total + " equal");
        System.out.println(areas.entrySet().stream()
                .map(area -> area.getKey() + " " + area.getValue()[0] + "/" + area.getValue()[1])
                .collect(Collectors.joining(", ", "  ", "")));
        reasons.forEach((reason, count) -> System.out.println("  " + count + " differ: " + reason));
        leftOut.forEach((purpose, count) -> System.out.println("  " + count + " not compared: " + purpose));
        assertThat(unexplained).as(title).isEmpty();
        assertThat(equal).as(title).isGreaterThanOrEqualTo(leastEqual);
    }

    private int[] counts(String area) {
        return areas.computeIfAbsent(area, a -> new int[2]);
    }
}
