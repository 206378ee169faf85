package io.jnetlink.ovs.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names for the bits of a number, and the ways in which sets of them are written. Immutable. */
final class FlagWords {

    private static final String NUMBER_OR_FLAGS = "flags joined by |, flags with + or - in front, or a number";

    private final Map<Long, String> names = new TreeMap<>();
    private final long allowed;

    /**
     * @param names of the lowest bits, in their order
     */
    FlagWords(List<String> names) {
        long bit = 1;
        for (String name : names) {
            this.names.put(bit, name);
            bit <<= 1;
        }
        this.allowed = bit - 1;
    }

    /** All bits that have a name. */
    long allowed() {
        return allowed;
    }

    /**
     * Reads up to a closing parenthesis, which stays.
     *
     * @param everything what the mask is if the text has none
     * @return value and mask
     */
    long[] parse(TextCursor in, long everything) {
        if (in.looksAt("+") || in.looksAt("-")) {
            return signed(in);
        }
        int start = in.position();
        if (in.isAtDigit()) {
            long value = in.number(Integer.SIZE);
            if (in.skip("/")) {
                int place = in.position();
                return new long[] {known(in, start, value), known(in, place, in.number(Integer.SIZE))};
            }
        }
        in.moveTo(start);
        return new long[] {joined(in, "|"), everything};
    }

    /**
     * Reads {@code syn|ack}, numbers allowed in between.
     *
     * @param separators characters of which one stands between flags
     */
    long joined(TextCursor in, String separators) {
        long value = 0;
        while (!in.looksAt(")")) {
            int start = in.position();
            value |= in.isAtDigit() ? known(in, start, in.number(Integer.SIZE)) : bit(in);
            if (separators.indexOf(in.peek()) >= 0) {
                in.advance(1);
            } else if (!in.looksAt(")")) {
                throw in.failure("\"|\" or \")\"");
            }
        }
        return value;
    }

    private long[] signed(TextCursor in) {
        long value = 0;
        long mask = 0;
        while (!in.looksAt(")")) {
            boolean set = in.looksAt("+");
            if (!set && !in.looksAt("-")) {
                throw in.failure("+ or - in front of each flag, or \")\"");
            }
            in.advance(1);
            int start = in.position();
            long bit = bit(in);
            if ((mask & bit) != 0) {
                throw in.failureAt(start, "each flag only once");
            }
            mask |= bit;
            value |= set ? bit : 0;
        }
        return new long[] {value, mask};
    }

    private long bit(TextCursor in) {
        int start = in.position();
        String word = in.takeWhile(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '[' || c == ']');
        for (Map.Entry<Long, String> flag : names.entrySet()) {
            if (flag.getValue().equals(word)) {
                return flag.getKey();
            }
        }
        throw in.failureAt(start, NUMBER_OR_FLAGS + " (" + String.join(", ", names.values()) + ")");
    }

    private long known(TextCursor in, int start, long value) {
        if ((value & ~allowed) != 0) {
            throw in.failureAt(start, "no bits but 0x" + Long.toHexString(allowed));
        }
        return value;
    }

    /** Writes the names of the set bits, those without one as a number behind them; 0 if there are none. */
    void append(StringBuilder out, long value, char separator) {
        if (value == 0) {
            out.append('0');
            return;
        }
        String between = "";
        for (Map.Entry<Long, String> flag : names.entrySet()) {
            if ((value & flag.getKey()) != 0) {
                out.append(between).append(flag.getValue());
                between = String.valueOf(separator);
            }
        }
        if ((value & ~allowed) != 0) {
            NumberStyle.HEX.append(out.append(between), value & ~allowed);
        }
    }

    /** Writes each bit that counts with its sign; all bits without signs if {@code everything} counts. */
    void appendMasked(StringBuilder out, long value, long mask, long everything) {
        if (mask == everything) {
            append(out, value, '|');
        } else if (mask == 0) {
            out.append("0/0");
        } else if ((mask & ~allowed) != 0) {
            NumberStyle.HEX.append(out, value);
            NumberStyle.HEX.append(out.append('/'), mask);
        } else {
            names.forEach((bit, name) -> {
                if ((mask & bit) != 0) {
                    out.append((value & bit) != 0 ? '+' : '-').append(name);
                }
            });
        }
    }
}
