package io.jnetlink.samples.ip.link;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Counters as text: exact, or rounded with a unit prefix.
 *
 * <p>Immutable.
 *
 * @param human whether to round
 * @param iec whether prefixes are powers of 1024
 */
record CounterFormat(boolean human, boolean iec) {

    private static final String PREFIXES = "kMGTPE";

    /** Columns that a counter needs; rounded ones fit anyhow. */
    int width(long count) {
        return human ? 1 : Long.toUnsignedString(count).length();
    }

    /** A counter, set to the right. */
    String of(long count, int width) {
        String text = text(new BigInteger(Long.toUnsignedString(count)));
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private String text(BigInteger count) {
        BigInteger base = BigInteger.valueOf(iec ? 1024 : 1000);
        if (!human || count.compareTo(base) < 0) {
            return count.toString();
        }
        int prefix = 0;
        BigInteger power = base;
        while (count.divide(base).compareTo(power) >= 0 && prefix < PREFIXES.length() - 1) {
            power = power.multiply(base);
            prefix++;
        }
        int precision = 2;
        int limit = 10;
        while (precision > 0 && count.divide(power).compareTo(BigInteger.valueOf(limit)) >= 0) {
            precision--;
            limit *= 10;
        }
        BigDecimal rounded = new BigDecimal(count).divide(new BigDecimal(power), precision, RoundingMode.HALF_EVEN);
        return rounded.toPlainString() + PREFIXES.charAt(prefix) + (iec ? "i" : "");
    }
}
