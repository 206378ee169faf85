package io.jnetlink.ovs.text;

import java.nio.ByteOrder;

/** A number in a network service header: masked ones are hexadecimal, and wildcards never shown. Immutable. */
final class NshNotation extends Notation {

    private final NumberStyle style;
    private final String masked;

    private NshNotation(int size, NumberStyle style, String masked) {
        super(size);
        this.style = style;
        this.masked = masked;
    }

    static NshNotation octet() {
        return new NshNotation(1, NumberStyle.DECIMAL, "0x%02x/0x%02x");
    }

    static NshNotation word(int size) {
        return new NshNotation(size, NumberStyle.PREFIXED_HEX, "0x%x/0x%08x");
    }

    @Override
    void parseValue(TextCursor in, MaskedBytes into) {
        long value = in.number(size() * Byte.SIZE);
        long mask = in.skip("/") ? in.number(size() * Byte.SIZE) : into.ones();
        into.put(value, mask, ByteOrder.BIG_ENDIAN);
    }

    @Override
    void format(StringBuilder out, MaskedBytes from) {
        long value = from.value(ByteOrder.BIG_ENDIAN);
        if (from.isExact()) {
            style.append(out, value);
        } else {
            out.append(String.format(masked, value, from.mask(ByteOrder.BIG_ENDIAN)));
        }
    }

    @Override
    boolean isShown(MaskedBytes from, boolean verbose) {
        return !isWildcard(from);
    }
}
