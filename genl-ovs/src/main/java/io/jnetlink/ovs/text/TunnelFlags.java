package io.jnetlink.ovs.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Flags of a tunnel: attributes without content, but for {@code key}, which says that there is a tunnel identifier.
 */
final class TunnelFlags {

    private static final long OAM = 1;
    private static final long DF = 1 << 1;
    private static final long CSUM = 1 << 2;
    private static final long KEY = 1 << 3;
    private static final FlagWords WORDS = new FlagWords(List.of("oam", "df", "csum", "key"));

    /** In the order in which they are sent. */
    private static final Map<Integer, Long> BITS = bits();

    private TunnelFlags() {}

    private static Map<Integer, Long> bits() {
        Map<Integer, Long> bits = new LinkedHashMap<>();
        bits.put(TunnelNumbers.DONT_FRAGMENT, DF);
        bits.put(TunnelNumbers.CSUM, CSUM);
        bits.put(TunnelNumbers.OAM, OAM);
        return bits;
    }

    static boolean isFlag(int attribute) {
        return BITS.containsKey(attribute);
    }

    /** Reads up to a closing parenthesis, which stays. */
    static void parse(TextCursor in, KeyWriter out) {
        long[] flags = WORDS.parse(in, WORDS.allowed());
        BITS.forEach((attribute, bit) -> {
            if ((flags[0] & bit) != 0) {
                out.key().putFlag(attribute);
            }
            if ((flags[1] & bit) != 0) {
                out.mask().putFlag(attribute);
            }
        });
    }

    static void format(StringBuilder out, Attributes values, @Nullable Attributes masks, boolean verbose) {
        long value = of(values) | (values.has(TunnelNumbers.ID) ? KEY : 0);
        if (masks == null) {
            WORDS.append(out.append("flags("), value, '|');
            out.append("),");
            return;
        }
        long mask = of(masks) | value & KEY;
        if (verbose || mask != 0) {
            WORDS.appendMasked(out.append("flags("), value, mask, WORDS.allowed());
            out.append("),");
        }
    }

    private static long of(Attributes attributes) {
        long flags = 0;
        for (Map.Entry<Integer, Long> flag : BITS.entrySet()) {
            flags |= attributes.has(flag.getKey()) ? flag.getValue() : 0;
        }
        return flags;
    }
}
