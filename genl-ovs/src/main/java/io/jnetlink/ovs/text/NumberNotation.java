package io.jnetlink.ovs.text;

import java.nio.ByteOrder;

/** An unsigned number. Immutable. */
final class NumberNotation extends Notation {

    private final ByteOrder order;
    private final int bits;
    private final NumberStyle value;
    private final NumberStyle mask;

    /**
     * @param bits how many of the low bits make up the number
     */
    NumberNotation(int size, int bits, ByteOrder order, NumberStyle value, NumberStyle mask) {
        super(size);
        this.bits = bits;
        this.order = order;
        this.value = value;
        this.mask = mask;
    }

    /** Decimal with a mask in hexadecimal. */
    static NumberNotation decimal(int size, ByteOrder order) {
        return new NumberNotation(size, size * Byte.SIZE, order, NumberStyle.DECIMAL, NumberStyle.HEX);
    }

    static NumberNotation hex(int size, ByteOrder order) {
        return new NumberNotation(size, size * Byte.SIZE, order, NumberStyle.HEX, NumberStyle.HEX);
    }

    @Override
    void parseValue(TextCursor in, MaskedBytes into) {
        long number = in.number(bits);
        long counted = in.skip("/") ? in.number(bits) : ones();
        into.put(number, counted, order);
    }

    @Override
    void format(StringBuilder out, MaskedBytes from) {
        value.append(out, from.value(order));
        long counted = from.mask(order);
        if ((counted & ones()) != ones()) {
            mask.append(out.append('/'), counted);
        }
    }

    @Override
    boolean isWildcard(MaskedBytes from) {
        return (from.mask(order) & ones()) == 0;
    }

    private long ones() {
        return bits == Long.SIZE ? -1 : (1L << bits) - 1;
    }
}
