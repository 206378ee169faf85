package io.jnetlink.ovs.text;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key of an MPLS label stack. A field that comes again starts the next entry of the stack. Immutable.
 *
 * <p>{@code mpls()} is a stack of which nothing counts; so is the key without content that the kernel answers for it.
 */
final class MplsKey extends KeyCodec {

    /** As many entries as the kernel matches. */
    private static final int MAX_LABELS = 3;

    MplsKey() {
        super("mpls", KeyNumbers.MPLS, ANY_LENGTH);
    }

    @Override
    boolean fits(byte[] value, byte @Nullable [] mask) {
        return super.fits(value, mask) && value.length % Integer.BYTES == 0;
    }

    @Override
    void parse(TextCursor in, KeyWriter out, TextContext context) {
        MaskedBytes stack = MaskedBytes.zeros(MAX_LABELS * Integer.BYTES);
        Set<String> seen = new HashSet<>();
        int count = 1;
        while (!in.looksAt(")")) {
            int start = in.position();
            String name = MplsLse.nameAt(in);
            if (!seen.add(name)) {
                seen = new HashSet<>(Set.of(name));
                count++;
            }
            if (count > MAX_LABELS) {
                throw in.failureAt(start, "at most " + MAX_LABELS + " labels");
            }
            MplsLse.field(name).parse(in, stack.slice((count - 1) * Integer.BYTES, Integer.BYTES));
            if (!in.skip(",") && !in.looksAt(")")) {
                throw in.failure("\",\" or \")\"");
            }
        }
        out.put(attribute(), stack.slice(0, count * Integer.BYTES));
    }

    @Override
    void format(StringBuilder out, byte[] value, byte @Nullable [] mask, TextContext context) {
        MaskedBytes stack = MaskedBytes.of(value, mask);
        for (int at = 0; at < value.length; at += Integer.BYTES) {
            MaskedBytes lse = stack.slice(at, Integer.BYTES);
            if (stack.isExact()) {
                MplsLse.formatExact(out, lse);
            } else {
                MplsLse.formatMasked(out, lse);
            }
            out.append(',');
        }
        dropComma(out);
    }
}
