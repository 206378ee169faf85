package io.jnetlink.ovs.text;

import java.nio.ByteOrder;
import java.util.List;

/** The twelve flags of TCP, by name. Immutable. */
final class TcpFlagsNotation extends Notation {

    private static final FlagWords WORDS = new FlagWords(
            List.of("fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr", "ns", "[200]", "[400]", "[800]"));

    TcpFlagsNotation() {
        super(Short.BYTES);
    }

    @Override
    void parseValue(TextCursor in, MaskedBytes into) {
        long[] flags = WORDS.parse(in, into.ones());
        into.put(flags[0], flags[1], ByteOrder.BIG_ENDIAN);
    }

    @Override
    void format(StringBuilder out, MaskedBytes from) {
        long flags = from.value(ByteOrder.BIG_ENDIAN);
        WORDS.appendMasked(out, flags, from.mask(ByteOrder.BIG_ENDIAN) & WORDS.allowed(), WORDS.allowed());
    }

    @Override
    boolean isWildcard(MaskedBytes from) {
        return (from.mask(ByteOrder.BIG_ENDIAN) & WORDS.allowed()) == 0;
    }
}
