package io.jnetlink.ovs.text;

import org.jspecify.annotations.Nullable;

/** A key of one value without a name of its own: {@code skb_mark(0x1/0xff)}. Immutable. */
final class SingleKey extends KeyCodec {

    private final Notation notation;

    SingleKey(String name, int attribute, Notation notation) {
        super(name, attribute, notation.size());
        this.notation = notation;
    }

    @Override
    void parse(TextCursor in, KeyWriter out, TextContext context) {
        if (in.looksAt(")")) {
            throw in.failure("a value for " + name());
        }
        MaskedBytes bytes = MaskedBytes.zeros(notation.size());
        notation.parse(in, bytes);
        out.put(attribute(), bytes);
    }

    @Override
    void format(StringBuilder out, byte[] value, byte @Nullable [] mask, TextContext context) {
        notation.format(out, MaskedBytes.of(value, mask));
    }

    @Override
    boolean isWildcard(byte[] value, byte[] mask) {
        return notation.isWildcard(MaskedBytes.of(value, mask));
    }
}
