package io.jnetlink.ovs.text;

import java.nio.ByteOrder;

/**
 * Some bits of a big-endian number. Immutable.
 *
 * @param shift how many bits are below
 * @param bits how many there are
 */
record BitField(int shift, int bits) {

    /** All ones in as many bits. */
    long ones() {
        return (1L << bits) - 1;
    }

    long value(MaskedBytes from) {
        return from.value(ByteOrder.BIG_ENDIAN) >>> shift & ones();
    }

    long mask(MaskedBytes from) {
        return from.mask(ByteOrder.BIG_ENDIAN) >>> shift & ones();
    }

    boolean isExact(MaskedBytes from) {
        return mask(from) == ones();
    }

    /** Reads a number and its mask, and leaves the other bits as they are. */
    void parse(TextCursor in, MaskedBytes into) {
        if (in.skip("*")) {
            put(into, 0, 0);
            return;
        }
        long value = in.number(bits);
        long mask = in.skip("/") ? in.number(bits) : ones();
        put(into, value, mask);
    }

    /** Reads a number without a mask. */
    void parseExact(TextCursor in, MaskedBytes into) {
        put(into, in.number(bits), ones());
    }

    void put(MaskedBytes into, long value, long mask) {
        long others = ~(ones() << shift);
        into.put(
                into.value(ByteOrder.BIG_ENDIAN) & others | value << shift,
                into.mask(ByteOrder.BIG_ENDIAN) & others | mask << shift,
                ByteOrder.BIG_ENDIAN);
    }
}
