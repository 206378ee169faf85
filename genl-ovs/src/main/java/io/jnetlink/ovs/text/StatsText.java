package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.FlowAttrsReader;
import io.jnetlink.ovs.flow.FlowStats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Counters of a flow: {@code packets:1, bytes:98, used:0.123s, flags:SF.}. Immutable.
 *
 * @param packets how many the flow has had
 * @param bytes of these packets
 * @param usedMillisAgo how long ago the last one was
 * @param tcpFlags all TCP flags seen
 */
record StatsText(long packets, long bytes, OptionalLong usedMillisAgo, int tcpFlags) {

    /** In the order of the text. */
    private static final Map<String, Integer> TCP_FLAGS = tcpFlagLetters();

    private static Map<String, Integer> tcpFlagLetters() {
        Map<String, Integer> letters = new LinkedHashMap<>();
        letters.put("S", 0x002);
        letters.put("F", 0x001);
        letters.put("P", 0x008);
        letters.put("R", 0x004);
        letters.put("U", 0x020);
        letters.put(".", 0x010);
        letters.put("E", 0x040);
        letters.put("C", 0x080);
        letters.put("N", 0x100);
        letters.put("[200]", 0x200);
        letters.put("[400]", 0x400);
        letters.put("[800]", 0x800);
        return letters;
    }

    /**
     * @param monotonicMillis the clock by which the kernel tells when a flow was used
     */
    static StatsText of(FlowAttrsReader flow, long monotonicMillis) {
        FlowStats counted = flow.hasStats() ? flow.stats() : null;
        return new StatsText(
                counted == null ? 0 : counted.nPackets(),
                counted == null ? 0 : counted.nBytes(),
                flow.hasUsed() ? OptionalLong.of(monotonicMillis - flow.used()) : OptionalLong.empty(),
                flow.hasTcpFlags() ? flow.tcpFlags() : 0);
    }

    void format(StringBuilder out) {
        out.append("packets:").append(Long.toUnsignedString(packets));
        out.append(", bytes:").append(Long.toUnsignedString(bytes)).append(", used:");
        if (usedMillisAgo.isPresent()) {
            out.append(BigDecimal.valueOf(usedMillisAgo.getAsLong(), 3)).append('s');
        } else {
            out.append("never");
        }
        if (tcpFlags != 0) {
            out.append(", flags:");
            TCP_FLAGS.forEach((letter, bit) -> out.append((tcpFlags & bit) != 0 ? letter : ""));
        }
    }

    static StatsText parse(TextCursor in) {
        in.expect("packets:");
        long packets = in.number(Long.SIZE);
        in.expect(", bytes:");
        long bytes = in.number(Long.SIZE);
        in.expect(", used:");
        OptionalLong used = in.skip("never") ? OptionalLong.empty() : OptionalLong.of(millis(in));
        return new StatsText(packets, bytes, used, in.skip(", flags:") ? tcpFlags(in) : 0);
    }

    private static long millis(TextCursor in) {
        int start = in.position();
        String seconds = in.takeWhile(c -> c >= '0' && c <= '9' || c == '.' || c == '-');
        if (!seconds.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?") || !in.skip("s")) {
            throw in.failureAt(start, "never, or seconds such as 0.123s");
        }
        return new BigDecimal(seconds)
                .movePointRight(3)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    private static int tcpFlags(TextCursor in) {
        int flags = 0;
        while (!in.atEnd() && !in.isAtDelimiter()) {
            flags |= tcpFlag(in);
        }
        return flags;
    }

    private static int tcpFlag(TextCursor in) {
        for (Map.Entry<String, Integer> flag : TCP_FLAGS.entrySet()) {
            if (in.skip(flag.getKey())) {
                return flag.getValue();
            }
        }
        throw in.failure("letters of TCP flags (" + String.join("", TCP_FLAGS.keySet()) + ")");
    }
}
