package io.jnetlink.ovs.text;

import org.jspecify.annotations.Nullable;

/** The keys behind a VLAN tag. Immutable. */
final class EncapKey extends KeyCodec {

    EncapKey() {
        super("encap", KeyNumbers.ENCAP, ANY_LENGTH);
    }

    @Override
    boolean fits(byte[] value, byte @Nullable [] mask) {
        return true;
    }

    @Override
    void parse(TextCursor in, KeyWriter out, TextContext context) {
        out.nest(attribute(), () -> MatchText.parseKeys(in, ")", out, context));
    }

    @Override
    void format(StringBuilder out, byte[] value, byte @Nullable [] mask, TextContext context) {
        if (value.length > 0) {
            MatchText.format(out, value, mask, context.withoutNames());
        }
    }

    @Override
    boolean isWildcard(byte[] value, byte[] mask) {
        return false;
    }

    @Override
    boolean isNested() {
        return true;
    }
}
